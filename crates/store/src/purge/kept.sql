SELECT uid, name, imported_at, 0 AS is_undone FROM sources
UNION ALL
SELECT unhex(c.before ->> '$.uid'), c.before ->> '$.name', c.before ->> '$.imported_at', 1
FROM changes AS c
JOIN recorded_tables AS t ON t.number = c.place AND t.name = 'sources'
WHERE c.action = '-'
  AND c.row NOT IN (SELECT id FROM sources)
GROUP BY c.row
ORDER BY imported_at DESC
