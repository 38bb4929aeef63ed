SELECT id, uid, number, title, text, deadline_raw, due, deadline_kind, region, begins
FROM tasks
WHERE notice = ?1
  AND measure = ?2
