SELECT u.name AS unit, e.before, e.after, e.happened, e.recorded_at, e.actor, e.reason
FROM tasks AS t
JOIN status_events AS e ON e.task = t.id
LEFT JOIN units AS u ON u.id = e.unit
WHERE t.uid = :task
  AND e.happened <= :day
ORDER BY e.happened, e.id
