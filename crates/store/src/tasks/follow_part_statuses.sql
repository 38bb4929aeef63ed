UPDATE task_units
SET status = (
    SELECT e.after FROM status_events AS e
    WHERE e.task = task_units.task AND e.unit = task_units.unit
    ORDER BY e.happened DESC, e.id DESC LIMIT 1
)
WHERE unit = (SELECT id FROM units WHERE uid = :unit)
  AND task IN (SELECT t.id FROM json_each(:changes) AS j CROSS JOIN tasks AS t ON t.uid = unhex(j.value ->> 'task', '-'))
