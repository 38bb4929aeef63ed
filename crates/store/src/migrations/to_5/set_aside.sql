SELECT 'DROP ' || type || ' ' || name AS drop_it
FROM sqlite_schema
WHERE (type IN ('trigger', 'index') AND sql IS NOT NULL)
   OR name IN ('notice_index', 'task_index')
ORDER BY type = 'table'
