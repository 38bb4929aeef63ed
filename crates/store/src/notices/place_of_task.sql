SELECT n.id, n.uid, t.measure
FROM tasks AS t
JOIN notices AS n ON n.id = t.notice
WHERE t.uid = ?1
