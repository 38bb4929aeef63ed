-- A correction of an entry is a later entry that names the one it replaces; both stay.
ALTER TABLE progress_entries ADD COLUMN replaces INTEGER REFERENCES progress_entries (id);
CREATE UNIQUE INDEX progress_entries_replaced ON progress_entries (replaces) WHERE replaces IS NOT NULL;
-- Entries of all tasks are listed by day, the files of one are looked up by it, and a file that comes again is known by
-- its content.
CREATE INDEX progress_entries_by_day ON progress_entries (happened, id);
CREATE INDEX evidence_files_of_progress ON evidence_files (progress);
CREATE INDEX evidence_files_of_content ON evidence_files (content);
