-- How far a person has come in reviewing what was read. It is no fact and stands in no journal; it goes with its notice.
CREATE TABLE review_drafts (
    notice INTEGER NOT NULL REFERENCES notices (id) ON DELETE CASCADE,
    measure INTEGER NOT NULL,
    said TEXT NOT NULL,
    PRIMARY KEY (notice, measure)
) STRICT, WITHOUT ROWID;
-- Whether what was reported on the task before belongs to its successor, too. The entries stay where they are.
ALTER TABLE task_successions ADD COLUMN carries_progress INTEGER NOT NULL DEFAULT 0;
