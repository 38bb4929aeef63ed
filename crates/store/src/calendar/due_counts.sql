SELECT t.due, t.status, count(*) AS tasks
FROM {tasks} AS t
WHERE t.due BETWEEN :from AND :until
  AND (:region IS NULL OR t.region = :region)
  AND (:unit IS NULL OR EXISTS (
      SELECT 1 FROM {task_units} AS tu WHERE tu.task = t.id AND tu.unit = (SELECT id FROM units WHERE uid = :unit)
  ))
GROUP BY t.due, t.status
