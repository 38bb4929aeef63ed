-- The place of a notice and what is left of its title without the marks of its edition, for finding versions of it; made
-- by extract::versions. NULL waits to be made: for the notices that came before this table.
CREATE TABLE title_skeletons (
    notice INTEGER NOT NULL PRIMARY KEY REFERENCES notices (seq) ON DELETE CASCADE,
    skeleton TEXT
) STRICT;
CREATE INDEX title_skeletons_by_text ON title_skeletons (skeleton);
INSERT INTO title_skeletons (notice, skeleton) SELECT seq, NULL FROM notices WHERE duplicate_of IS NULL;

-- Two notices that are versions of one another. One that a person took off stays, so that it is not proposed again.
CREATE TABLE version_links (
    id TEXT NOT NULL PRIMARY KEY,
    older TEXT NOT NULL REFERENCES notices (id),
    newer TEXT NOT NULL REFERENCES notices (id),
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    set_by TEXT NOT NULL CHECK (set_by IN ('rule', 'person')),
    taken_off INTEGER NOT NULL,
    UNIQUE (older, newer),
    CHECK (older <> newer)
) STRICT, WITHOUT ROWID;
CREATE INDEX version_links_of_newer ON version_links (newer);
