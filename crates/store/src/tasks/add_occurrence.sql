INSERT INTO occurrences (task, period, due, state, progress, happened, recorded_at, actor, reason)
SELECT t.id, :period, :due, :state, (SELECT id FROM progress_entries WHERE uid = :progress), :day, :recorded_at, o.actor, :reason
FROM current_operation AS c
CROSS JOIN operations AS o ON o.id = c.id
CROSS JOIN tasks AS t ON t.uid = :task
