-- The operation that made a row which now refers to nothing.
SELECT o.label
FROM changes AS c
JOIN operations AS o ON o.id = c.operation
WHERE c.place = (SELECT number FROM recorded_tables WHERE name = ?1)
  AND c.row = ?2
ORDER BY c.seq DESC
LIMIT 1
