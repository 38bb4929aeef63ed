INSERT INTO unit_events (task, unit, before_role, after_role, happened, recorded_at, actor, reason)
SELECT
    j.value ->> 'task', j.value ->> 'unit', j.value ->> 'before', j.value ->> 'after', :day, :recorded_at, o.actor, :reason
FROM json_each(:changes) AS j
CROSS JOIN current_operation AS c
CROSS JOIN operations AS o ON o.id = c.id
ORDER BY j.key
