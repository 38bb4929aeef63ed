FROM {tasks} AS t
LEFT JOIN notices AS n ON n.id = t.notice
LEFT JOIN task_origins AS o ON o.task = t.id
WHERE t.uid = :id
