SELECT hex(u.uid) AS uid, u.name, c.month, c.status, c.is_past, c.tasks
FROM (
    SELECT tu.unit, substr(t.due, 1, 7) AS month, t.status, t.due < :today AS is_past, count(*) AS tasks
    FROM {tasks} AS t
    LEFT JOIN {task_units} AS tu ON tu.task = t.id AND tu.role = 'lead'
    WHERE t.due BETWEEN :from AND :until
      AND (:region IS NULL OR t.region = :region)
      AND (:unit IS NULL OR tu.unit = (SELECT id FROM units WHERE uid = :unit))
    GROUP BY 1, 2, 3, 4
) AS c
LEFT JOIN units AS u ON u.id = c.unit
