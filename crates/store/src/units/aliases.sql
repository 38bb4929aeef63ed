SELECT a.alias
FROM unit_aliases AS a
JOIN units AS u ON u.id = a.unit
WHERE a.unit = ?1
  AND a.alias <> u.name
ORDER BY a.alias
