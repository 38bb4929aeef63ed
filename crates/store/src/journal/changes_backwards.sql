SELECT action, table_name, row_id, before
FROM changes
WHERE operation = ?1
ORDER BY seq DESC
