-- By what a notice is recognised before and after a new reading changed it: taking the reading back puts that back, too.
CREATE TABLE recognitions (
    id INTEGER PRIMARY KEY,
    notice INTEGER NOT NULL REFERENCES notices (id),
    hashes_before BLOB,
    hashes_after BLOB,
    title_key_before TEXT,
    title_key_after TEXT
) STRICT;
CREATE INDEX recognitions_by_notice ON recognitions (notice);
