SELECT t.*, n.title AS notice_title
FROM tasks AS t
JOIN notices AS n ON n.id = t.notice
WHERE t.id = ?1
