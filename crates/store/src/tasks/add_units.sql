INSERT INTO task_units (task, unit, role, position, written)
SELECT
    j.value ->> 'task',
    j.value ->> 'unit',
    j.value ->> 'role',
    j.value ->> 'position',
    nullif(j.value ->> 'written', u.name)
FROM json_each(:units) AS j
CROSS JOIN units AS u ON u.id = j.value ->> 'unit'
