SELECT m.*, t.id AS task
FROM measures AS m
LEFT JOIN tasks AS t ON t.measure = m.id
WHERE m.notice = ?1
ORDER BY m.seq
