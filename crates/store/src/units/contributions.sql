SELECT t.id, t.status, t.due, t.first_lead IS NULL AS nobody, tu.unit, tu.role
FROM {tasks} AS t
LEFT JOIN {task_units} AS tu ON tu.task = t.id
WHERE {wanted}
  AND (:region IS NULL OR t.region = :region)
