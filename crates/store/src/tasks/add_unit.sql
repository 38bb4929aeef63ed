INSERT INTO task_units (id, task, unit, role, position, written)
VALUES (:id, :task, :unit, :role, :position, :written)
