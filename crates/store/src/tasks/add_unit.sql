INSERT INTO task_units (task, unit, role, position, written)
VALUES (?1, ?2, ?3, ?4, nullif(?5, (SELECT name FROM units WHERE id = ?2)))
