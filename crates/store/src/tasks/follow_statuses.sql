UPDATE tasks
SET status = (
    SELECT e.after FROM status_events AS e
    WHERE e.task = tasks.id AND e.unit IS NULL
    ORDER BY e.happened DESC, e.id DESC LIMIT 1
)
WHERE id IN (SELECT t.id FROM json_each(:changes) AS j CROSS JOIN tasks AS t ON t.uid = unhex(j.value ->> 'task', '-'))
