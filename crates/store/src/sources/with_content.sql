SELECT s.uid AS source_id, s.id AS source, s.name AS source_name
FROM contents AS c
JOIN sources AS s ON s.content = c.id
WHERE c.sha256 = ?1
