(
    SELECT
        t.id, t.uid, t.notice, t.measure, t.number, t.title, t.text, t.begins, t.region, t.doubt_count,
        iif(d.id IS NULL, t.deadline_raw, d.before_raw) AS deadline_raw,
        iif(d.id IS NULL, t.due, d.before_due) AS due,
        iif(d.id IS NULL, t.deadline_kind, d.before_kind) AS deadline_kind,
        coalesce(s.before, t.status) AS status,
        iif(
            EXISTS (SELECT 1 FROM unit_events AS e WHERE e.task = t.id AND e.happened > :day),
            (
                SELECT tu.unit FROM {task_units} AS tu WHERE tu.task = t.id AND tu.role = 'lead'
                ORDER BY tu.position LIMIT 1
            ),
            t.first_lead
        ) AS first_lead
    FROM tasks AS t
    LEFT JOIN status_events AS s ON s.id = (
        SELECT e.id FROM status_events AS e
        WHERE e.task = t.id AND e.unit IS NULL AND e.happened > :day
        ORDER BY e.happened, e.id LIMIT 1
    )
    LEFT JOIN deadline_events AS d ON d.id = (
        SELECT e.id FROM deadline_events AS e
        WHERE e.task = t.id AND e.happened > :day
        ORDER BY e.happened, e.id LIMIT 1
    )
    WHERE t.begins <= :day
)
