-- Of the tasks on which that role changes.
INSERT INTO people_events (task, role, before, after, happened, recorded_at, actor, reason)
SELECT t.id, :role, held.people, :people, :day, :recorded_at, o.actor, :reason
FROM json_each(:tasks) AS j
CROSS JOIN current_operation AS c
CROSS JOIN operations AS o ON o.id = c.id
CROSS JOIN tasks AS t ON t.uid = unhex(j.value, '-')
CROSS JOIN (
    SELECT
        t2.id AS task,
        (
            SELECT json_group_array(json_array(tp.name, tp.telephone, tp.is_read) ORDER BY tp.position)
            FROM task_people AS tp
            WHERE tp.task = t2.id AND tp.role = :role
        ) AS people
    FROM json_each(:tasks) AS j2
    CROSS JOIN tasks AS t2 ON t2.uid = unhex(j2.value, '-')
) AS held ON held.task = t.id
WHERE held.people IS NOT :people
ORDER BY j.key
RETURNING task
