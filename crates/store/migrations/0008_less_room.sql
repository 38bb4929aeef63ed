-- Less room. The search index keeps which pairs a text holds and no longer their places; contents are packed beside what
-- says much the same; the journal finds rows that were inserted by the task they are about or by their operation.

DROP TABLE notice_index;
DROP TABLE task_index;
CREATE VIRTUAL TABLE notice_index USING fts5 (pairs, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
CREATE VIRTUAL TABLE task_index USING fts5 (pairs, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

-- The content whose bytes are the dictionary that these are packed with.
ALTER TABLE contents ADD COLUMN beside INTEGER REFERENCES contents (id);
CREATE INDEX contents_beside ON contents (beside) WHERE beside IS NOT NULL;

DROP INDEX changes_of_row;
CREATE INDEX changes_of_row ON changes (row, place) WHERE action <> '+' OR task IS NULL;
