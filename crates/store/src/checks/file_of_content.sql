SELECT name
FROM sources
WHERE content = ?1 OR lines = ?1
UNION
SELECT s.name
FROM notices AS n
JOIN sources AS s ON s.id = n.source
WHERE n.reading = ?1
