SELECT written
FROM task_units
WHERE unit = ?1
GROUP BY written
ORDER BY count(*) DESC, written
