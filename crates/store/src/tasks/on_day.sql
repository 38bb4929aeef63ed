-- Tasks as they stood at the end of a day, as far as it takes to say what may be done with them.
SELECT
    t.uid, t.number, t.title, substr(t.text, 1, 40) AS text, t.begins,
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
    CASE
        WHEN d.id IS NULL THEN t.due
        WHEN d.happened <= :day THEN d.after_due
        ELSE d.before_due
    END AS due,
    EXISTS (SELECT 1 FROM task_units AS tu WHERE tu.task = t.id AND tu.unit = u.id) AS has_part,
    (
        SELECT e.after FROM status_events AS e
        WHERE e.task = t.id AND e.unit = u.id AND e.happened <= :day
        ORDER BY e.happened DESC, e.id DESC LIMIT 1
    ) AS part,
    EXISTS (SELECT 1 FROM unit_events AS e WHERE e.task = t.id AND e.happened > :day) AS units_changed_later,
    EXISTS (SELECT 1 FROM people_events AS e WHERE e.task = t.id AND e.happened > :day) AS people_changed_later,
    EXISTS (SELECT 1 FROM duties AS u2 WHERE u2.task = t.id) AND t.deadline_kind = 'periodic' AS recurs
FROM json_each(:tasks) AS j
CROSS JOIN tasks AS t ON t.uid = unhex(j.value, '-')
LEFT JOIN units AS u ON u.uid = :unit
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
ORDER BY j.key
