INSERT INTO task_successions (task, successor, kind, happened, recorded_at, actor, reason)
SELECT t.id, s.id, :kind, :day, :recorded_at, o.actor, :reason
FROM json_each(:tasks) AS j
CROSS JOIN current_operation AS c
CROSS JOIN operations AS o ON o.id = c.id
CROSS JOIN tasks AS t ON t.uid = unhex(j.value, '-')
CROSS JOIN tasks AS s ON s.uid = :successor
ORDER BY j.key
