SELECT u.unit, u.role, t.status, t.due, count(*) AS tasks
FROM task_units AS u
JOIN tasks AS t ON t.id = u.task
WHERE (:notice IS NULL OR t.notice = :notice)
  AND (:region IS NULL OR t.notice IN (SELECT id FROM notices WHERE region = :region))
GROUP BY u.unit, u.role, t.status, t.due
UNION ALL
SELECT NULL, 'lead', t.status, t.due, count(*)
FROM tasks AS t
WHERE NOT EXISTS (SELECT 1 FROM task_units AS u WHERE u.task = t.id AND u.role = 'lead')
  AND (:notice IS NULL OR t.notice = :notice)
  AND (:region IS NULL OR t.notice IN (SELECT id FROM notices WHERE region = :region))
GROUP BY t.status, t.due
