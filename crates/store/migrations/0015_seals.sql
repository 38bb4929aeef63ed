-- A seal also covers the summaries of its operations. Seals are made anew after every step.
DROP TABLE seals;
CREATE TABLE seals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    last_change INTEGER NOT NULL UNIQUE,
    -- A hash over the summaries of its operations as they were then: an operation in several transactions changes its own.
    summaries BLOB NOT NULL,
    seal BLOB NOT NULL
) STRICT;
