SELECT c.action, t.name AS place, c.row, c.before
FROM changes AS c
JOIN recorded_tables AS t ON t.number = c.place
WHERE c.operation = ?1
ORDER BY c.seq DESC
