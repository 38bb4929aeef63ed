SELECT
    (
        SELECT min(e.happened)
        FROM (
            SELECT happened FROM status_events WHERE task = t.id
            UNION ALL SELECT happened FROM deadline_events WHERE task = t.id
            UNION ALL SELECT happened FROM unit_events WHERE task = t.id
            UNION ALL SELECT happened FROM people_events WHERE task = t.id
            UNION ALL SELECT happened FROM progress_entries WHERE task = t.id
        ) AS e
    ) AS first_day,
    EXISTS (SELECT 1 FROM deadline_events WHERE task = t.id) AS deadline,
    EXISTS (SELECT 1 FROM unit_events WHERE task = t.id) AS units
FROM tasks AS t
WHERE t.uid = ?1
