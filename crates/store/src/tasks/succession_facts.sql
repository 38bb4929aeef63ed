SELECT
    o.uid, o.number, coalesce(o.title, substr(o.text, 1, 40)) AS title, coalesce(n.title, '') AS notice_title,
    s.kind, s.successor = o.id AS is_successor, s.happened
FROM tasks AS t
JOIN task_successions AS s ON t.id IN (s.task, s.successor)
JOIN tasks AS o ON o.id = iif(s.task = t.id, s.successor, s.task)
LEFT JOIN notices AS n ON n.id = o.notice
WHERE t.uid = :task
  AND s.happened <= :day
ORDER BY s.happened, s.id
