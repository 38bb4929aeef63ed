INSERT INTO version_links (older, newer, kind, reason, set_by, taken_off)
VALUES (
    (SELECT id FROM notices WHERE uid = :older), (SELECT id FROM notices WHERE uid = :newer), :kind, :reason, :set_by, 0
)
