(
    SELECT
        t.id, t.uid, t.notice, t.measure, t.number, t.title, t.text, t.begins, t.region, t.doubt_count,
        CASE WHEN d.id IS NULL THEN t.deadline_raw WHEN d.happened <= :day THEN d.after_raw ELSE d.before_raw END AS deadline_raw,
        CASE WHEN d.id IS NULL THEN t.due WHEN d.happened <= :day THEN d.after_due ELSE d.before_due END AS due,
        CASE WHEN d.id IS NULL THEN t.deadline_kind WHEN d.happened <= :day THEN d.after_kind ELSE d.before_kind END AS deadline_kind,
        coalesce(
            (
                SELECT e.after FROM status_events AS e
                WHERE e.task = t.id AND e.unit IS NULL AND e.happened <= :day
                ORDER BY e.happened DESC, e.id DESC LIMIT 1
            ),
            (
                SELECT e.before FROM status_events AS e
                WHERE e.task = t.id AND e.unit IS NULL AND e.happened > :day
                ORDER BY e.happened, e.id LIMIT 1
            ),
            t.status
        ) AS status,
        iif(
            EXISTS (SELECT 1 FROM unit_events AS e WHERE e.task = t.id AND e.happened > :day),
            (
                SELECT tu.unit FROM {task_units} AS tu WHERE tu.task = t.id AND tu.role = 'lead'
                ORDER BY tu.position LIMIT 1
            ),
            t.first_lead
        ) AS first_lead
    FROM tasks AS t
    -- The last one up to the day says what it led to, else the first one behind it what was before.
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
    WHERE t.begins <= :day
)
