INSERT INTO task_successions (task, successor, kind, happened, recorded_at, actor, reason, carries_progress)
SELECT t.id, s.id, :kind, :day, :recorded_at, o.actor, :reason, :carries_progress
FROM json_each(:pairs) AS j
CROSS JOIN current_operation AS c
CROSS JOIN operations AS o ON o.id = c.id
CROSS JOIN tasks AS t ON t.uid = unhex(j.value ->> 0, '-')
CROSS JOIN tasks AS s ON s.uid = unhex(j.value ->> 1, '-')
ORDER BY j.key
