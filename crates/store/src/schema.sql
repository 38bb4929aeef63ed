SELECT sql
FROM sqlite_schema
WHERE sql IS NOT NULL
  AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
  AND name NOT LIKE '%!_index!_%' ESCAPE '!'
ORDER BY type <> 'table', tbl_name, type, name
