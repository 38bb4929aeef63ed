INSERT INTO status_events (task, before, after, happened, recorded_at, actor, reason)
SELECT t.id, :before, :after, :happened, :recorded_at, o.actor, :reason
FROM tasks AS t
JOIN current_operation AS c
JOIN operations AS o ON o.id = c.id
WHERE t.uid = :task
