-- What was before: on that day, and not now, for a move may be recorded late. All of it is read before any is written.
INSERT INTO status_events (task, unit, before, after, happened, recorded_at, actor, reason)
SELECT
    t.id, u.id,
    coalesce(
        (
            SELECT e.after FROM status_events AS e
            WHERE e.task = t.id AND e.unit IS u.id AND e.happened <= j.value ->> 'day'
            ORDER BY e.happened DESC, e.id DESC LIMIT 1
        ),
        (
            SELECT e.before FROM status_events AS e
            WHERE e.task = t.id AND e.unit IS u.id AND e.happened > j.value ->> 'day'
            ORDER BY e.happened, e.id LIMIT 1
        ),
        iif(u.id IS NULL, t.status, (SELECT tu.status FROM task_units AS tu WHERE tu.task = t.id AND tu.unit = u.id))
    ),
    j.value ->> 'to', j.value ->> 'day', :recorded_at, o.actor, j.value ->> 'reason'
FROM json_each(:changes) AS j
CROSS JOIN current_operation AS c
CROSS JOIN operations AS o ON o.id = c.id
CROSS JOIN tasks AS t ON t.uid = unhex(j.value ->> 'task', '-')
LEFT JOIN units AS u ON u.uid = :unit
ORDER BY j.key
