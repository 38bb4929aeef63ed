INSERT INTO deadline_events (
    task, before_raw, before_due, before_kind, after_raw, after_due, after_kind, happened, recorded_at, actor, reason
)
SELECT
    t.id, :before_raw, :before_due, :before_kind, :after_raw, :after_due, :after_kind, :happened, :recorded_at, o.actor, :reason
FROM tasks AS t
JOIN current_operation AS c
JOIN operations AS o ON o.id = c.id
WHERE t.uid = :task
