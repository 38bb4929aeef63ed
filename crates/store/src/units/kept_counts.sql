SELECT f.unit AS number, u.uid AS unit, f.role, f.status, nullif(f.due, '') AS due, sum(f.tasks) AS tasks
FROM unit_figures AS f
LEFT JOIN units AS u ON u.id = f.unit
WHERE f.tasks > 0
  AND (:region IS NULL OR f.region = :region)
GROUP BY f.unit, f.role, f.status, f.due
