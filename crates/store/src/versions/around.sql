WITH RECURSIVE
    family (notice) AS (
        VALUES (?1)
        UNION
        SELECT l.newer FROM family AS f JOIN version_links AS l ON l.older = f.notice WHERE NOT l.taken_off
        UNION
        SELECT l.older FROM family AS f JOIN version_links AS l ON l.newer = f.notice WHERE NOT l.taken_off
    )
SELECT l.older, l.newer, l.kind, l.reason, l.set_by = 'person' AS by_person
FROM version_links AS l
JOIN notices AS n ON n.id = l.newer
WHERE NOT l.taken_off
  AND l.older IN (SELECT notice FROM family)
ORDER BY n.seq, l.id
