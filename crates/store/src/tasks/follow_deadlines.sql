UPDATE tasks
SET (deadline_raw, due, deadline_kind) = (
    SELECT e.after_raw, e.after_due, e.after_kind FROM deadline_events AS e
    WHERE e.task = tasks.id
    ORDER BY e.happened DESC, e.id DESC LIMIT 1
)
WHERE id IN (SELECT t.id FROM json_each(:tasks) AS j CROSS JOIN tasks AS t ON t.uid = unhex(j.value, '-'))
