-- Not the shadow tables of the search index: SQLite writes them itself.
SELECT DISTINCT t.name
FROM pragma_table_list AS t
JOIN pragma_table_info(t.name) AS c ON c.name = 'id'
WHERE t.schema = 'main'
  AND t.type = 'table'
  AND t.name NOT LIKE 'sqlite!_%' ESCAPE '!'
ORDER BY t.name
