SELECT
    u.uid, u.name, tu.role,
    (
        SELECT e.after FROM status_events AS e
        WHERE e.task = tu.task AND e.unit = tu.unit AND e.happened <= :day
        ORDER BY e.happened DESC, e.id DESC LIMIT 1
    ) AS status,
    (
        SELECT e.happened FROM status_events AS e
        WHERE e.task = tu.task AND e.unit = tu.unit AND e.happened <= :day
        ORDER BY e.happened DESC, e.id DESC LIMIT 1
    ) AS since
FROM tasks AS t
JOIN {task_units} AS tu ON tu.task = t.id
JOIN units AS u ON u.id = tu.unit
WHERE t.uid = :task
ORDER BY tu.role <> 'lead', tu.position
