SELECT oc.period, oc.state, oc.happened, oc.reason, oc.actor, p.uid AS progress
FROM tasks AS t
JOIN occurrences AS oc ON oc.task = t.id
LEFT JOIN progress_entries AS p ON p.id = oc.progress
WHERE t.uid = :task
  AND oc.happened <= :day
ORDER BY oc.period
