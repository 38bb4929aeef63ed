SELECT m.*, t.id AS task
FROM tasks AS t
JOIN measures AS m ON m.id = t.measure
WHERE t.id = ?1
