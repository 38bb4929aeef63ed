SELECT due, status, sum(tasks) AS tasks
FROM unit_figures
WHERE unit = iif(:unit IS NULL, 0, (SELECT id FROM units WHERE uid = :unit))
  AND due BETWEEN :from AND :until
  AND (:region IS NULL OR region = :region)
GROUP BY due, status
HAVING sum(tasks) > 0
