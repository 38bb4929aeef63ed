SELECT NULL AS unit, 'lead' AS role, status, due, count(*) AS tasks
FROM tasks
WHERE (:notice IS NULL OR notice = :notice)
  AND (:region IS NULL OR notice IN (SELECT id FROM notices WHERE region = :region))
GROUP BY status, due
