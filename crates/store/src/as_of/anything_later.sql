SELECT EXISTS (SELECT 1 FROM tasks WHERE begins > :day)
    OR EXISTS (SELECT 1 FROM status_events WHERE happened > :day)
    OR EXISTS (SELECT 1 FROM deadline_events WHERE happened > :day)
    OR EXISTS (SELECT 1 FROM unit_events WHERE happened > :day)
