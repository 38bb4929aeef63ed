INSERT INTO duties (task, rule, begins, ends, is_read, happened, recorded_at, actor)
VALUES (:task, :rule, :begins, :ends, 1, '', '', '')
