SELECT
    s.uid AS source_id, s.id AS source, s.name AS source_name, s.reader, c.size,
    (SELECT count(*) FROM notices AS n WHERE n.source = s.id) AS notices
FROM sources AS s
JOIN contents AS c ON c.id = s.content
ORDER BY s.id
