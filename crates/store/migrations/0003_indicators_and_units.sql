-- Figures to be reached that a notice sets in a table of its own, as JSON.
ALTER TABLE notices ADD COLUMN indicators TEXT NOT NULL DEFAULT '[]';

-- The month in which a former name ended: in notices of later days it means somebody else, or is a slip for a person.
ALTER TABLE unit_aliases ADD COLUMN until TEXT;

-- Two units that a person has declared not to be the same: they are not proposed for merging again.
CREATE TABLE unit_distinctions (
    id TEXT NOT NULL PRIMARY KEY,
    one TEXT NOT NULL REFERENCES units (id),
    other TEXT NOT NULL REFERENCES units (id),
    UNIQUE (one, other),
    CHECK (one < other)
) STRICT, WITHOUT ROWID;
