INSERT INTO duties (task, rule, begins, ends, is_read, happened, recorded_at, actor)
SELECT j.value ->> 'task', j.value ->> 'rule', j.value ->> 'begins', j.value ->> 'ends', 1, '', '', ''
FROM json_each(?1) AS j
