INSERT INTO duties (task, rule, begins, ends, is_read, happened, recorded_at, actor, reason)
SELECT t.id, :rule, :begins, :ends, 0, :day, :recorded_at, o.actor, :reason
FROM current_operation AS c
CROSS JOIN operations AS o ON o.id = c.id
CROSS JOIN tasks AS t ON t.uid = :task
