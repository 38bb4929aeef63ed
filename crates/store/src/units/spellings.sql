SELECT coalesce(tu.written, u.name) AS written
FROM units AS u
JOIN task_units AS tu ON tu.unit = u.id
WHERE u.uid = ?1
GROUP BY 1
ORDER BY count(*) DESC, 1
