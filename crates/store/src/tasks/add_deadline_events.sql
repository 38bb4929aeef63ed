-- What was before: on that day, and not now, for a change may be recorded late.
INSERT INTO deadline_events (
    task, before_raw, before_due, before_kind, after_raw, after_due, after_kind, happened, recorded_at, actor, reason
)
SELECT
    t.id,
    CASE WHEN d.id IS NULL THEN t.deadline_raw WHEN d.happened <= :day THEN d.after_raw ELSE d.before_raw END,
    CASE WHEN d.id IS NULL THEN t.due WHEN d.happened <= :day THEN d.after_due ELSE d.before_due END,
    CASE WHEN d.id IS NULL THEN t.deadline_kind WHEN d.happened <= :day THEN d.after_kind ELSE d.before_kind END,
    :raw, :due, :kind, :day, :recorded_at, o.actor, :reason
FROM json_each(:tasks) AS j
CROSS JOIN current_operation AS c
CROSS JOIN operations AS o ON o.id = c.id
CROSS JOIN tasks AS t ON t.uid = unhex(j.value, '-')
LEFT JOIN deadline_events AS d ON d.id = coalesce(
    (
        SELECT e.id FROM deadline_events AS e
        WHERE e.task = t.id AND e.happened <= :day
        ORDER BY e.happened DESC, e.id DESC LIMIT 1
    ),
    (
        SELECT e.id FROM deadline_events AS e
        WHERE e.task = t.id AND e.happened > :day
        ORDER BY e.happened, e.id LIMIT 1
    )
)
ORDER BY j.key
