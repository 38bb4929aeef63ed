-- That something was removed for good, and how much; never what.
CREATE TABLE purges (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    operation INTEGER NOT NULL REFERENCES operations (id),
    files INTEGER NOT NULL,
    notices INTEGER NOT NULL,
    tasks INTEGER NOT NULL,
    -- The last seal before it: all seals were made anew, for what they covered is gone.
    seal_before BLOB
) STRICT;
