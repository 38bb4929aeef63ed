SELECT tu.unit, u.name, tu.written, tu.role
FROM task_units AS tu
JOIN units AS u ON u.id = tu.unit
WHERE tu.task = ?1
ORDER BY tu.position
