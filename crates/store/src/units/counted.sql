SELECT c.number, c.role, c.status, c.due, c.tasks
FROM (
    SELECT tu.unit AS number, tu.role, t.status, t.due, count(*) AS tasks
    FROM {tasks} AS t
    JOIN {task_units} AS tu ON tu.task = t.id
    WHERE {wanted}
    GROUP BY tu.unit, tu.role, t.status, t.due
    UNION ALL
    SELECT 0, 'lead', t.status, t.due, count(*)
    FROM {tasks} AS t
    WHERE {wanted}
    GROUP BY t.status, t.due
    UNION ALL
    SELECT -1, 'lead', t.status, t.due, count(*)
    FROM {tasks} AS t
    WHERE {wanted}
      AND t.first_lead IS NULL
    GROUP BY t.status, t.due
) AS c
