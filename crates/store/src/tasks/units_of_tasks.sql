SELECT t.id, t.region, tu.unit, tu.role, tu.written
FROM json_each(?1) AS j
CROSS JOIN tasks AS t ON t.uid = unhex(j.value, '-')
LEFT JOIN task_units AS tu ON tu.task = t.id
ORDER BY t.id, tu.position
