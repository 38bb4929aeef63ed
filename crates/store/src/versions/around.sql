WITH RECURSIVE
    family (notice) AS (
        SELECT id FROM notices WHERE uid = ?1
        UNION
        SELECT l.newer FROM family AS f JOIN version_links AS l ON l.older = f.notice WHERE NOT l.taken_off
        UNION
        SELECT l.older FROM family AS f JOIN version_links AS l ON l.newer = f.notice WHERE NOT l.taken_off
    )
SELECT older.uid AS older, newer.uid AS newer, l.kind, l.reason, l.set_by = 'person' AS by_person
FROM version_links AS l
JOIN notices AS older ON older.id = l.older
JOIN notices AS newer ON newer.id = l.newer
WHERE NOT l.taken_off
  AND l.older IN (SELECT notice FROM family)
ORDER BY newer.id, l.id
