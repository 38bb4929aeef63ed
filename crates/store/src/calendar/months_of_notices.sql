SELECT hex(n.uid) AS uid, n.title AS name, c.month, c.status, c.is_past, c.tasks
FROM (
    SELECT t.notice, substr(t.due, 1, 7) AS month, t.status, t.due < :today AS is_past, count(*) AS tasks
    FROM {tasks} AS t
    WHERE t.due BETWEEN :from AND :until
      AND (:region IS NULL OR t.region = :region)
      AND (:unit IS NULL OR EXISTS (
          SELECT 1 FROM {task_units} AS tu WHERE tu.task = t.id AND tu.unit = (SELECT id FROM units WHERE uid = :unit)
      ))
    GROUP BY 1, 2, 3, 4
) AS c
LEFT JOIN notices AS n ON n.id = c.notice
