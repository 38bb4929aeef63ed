SELECT e.before_raw, e.before_due, e.after_raw, e.after_due, e.happened, e.recorded_at, e.actor, e.reason
FROM tasks AS t
JOIN deadline_events AS e ON e.task = t.id
WHERE t.uid = :task
  AND e.happened <= :day
  -- That another period is due next is no change of the deadline.
  AND (e.before_kind <> 'periodic' OR e.after_kind <> 'periodic')
ORDER BY e.happened, e.id
