INSERT INTO version_links (id, older, newer, kind, reason, set_by, taken_off)
VALUES (:id, :older, :newer, :kind, :reason, :set_by, 0)
