WITH RECURSIVE
    standing AS (
        SELECT older AS one, newer AS other FROM version_links WHERE NOT taken_off
        UNION ALL
        SELECT newer, older FROM version_links WHERE NOT taken_off
    ),
    family (notice) AS (
        VALUES (?1)
        UNION
        SELECT s.other FROM family AS f JOIN standing AS s ON s.one = f.notice
    )
SELECT l.older, l.newer, l.kind, l.reason, l.set_by = 'person' AS by_person
FROM version_links AS l
JOIN notices AS n ON n.id = l.newer
WHERE NOT l.taken_off
  AND l.older IN (SELECT notice FROM family)
ORDER BY n.seq, l.id
