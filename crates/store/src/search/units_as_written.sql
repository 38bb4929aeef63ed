SELECT tu.position, coalesce(tu.written, u.name) AS name
FROM task_units AS tu
JOIN units AS u ON u.id = tu.unit
WHERE tu.task = ?1
