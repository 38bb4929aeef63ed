SELECT o.seq AS operation, c.action, c.table_name, c.row_id, c.before, c.after
FROM old_changes AS c
JOIN old_operations AS o ON o.id = c.operation
WHERE c.table_name <> 'measures'
ORDER BY c.seq
