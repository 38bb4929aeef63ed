INSERT INTO task_units (task, unit, role, position, written)
VALUES (?1, ?2, ?3, ?4, nullif(?5, (SELECT name FROM units WHERE id = ?2)))
ON CONFLICT (task, unit) DO UPDATE
SET role = excluded.role, position = excluded.position, written = excluded.written
