INSERT INTO task_units (task, unit, role, position, written)
SELECT j.value ->> 'task', j.value ->> 'unit', j.value ->> 'role', j.value ->> 'position', j.value ->> 'written'
FROM json_each(?1) AS j
WHERE 1
ON CONFLICT (task, unit) DO UPDATE
SET role = excluded.role, position = excluded.position, written = excluded.written
