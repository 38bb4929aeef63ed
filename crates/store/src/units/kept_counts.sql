SELECT f.unit AS number, f.role, f.status, nullif(f.due, '') AS due, f.tasks
FROM unit_figures AS f
WHERE {unit}
  AND f.tasks > 0
  AND (:region IS NULL OR f.region = :region)
