SELECT a.alias
FROM units AS u
JOIN unit_aliases AS a ON a.unit = u.id
WHERE u.uid = ?1
  AND a.alias <> u.name
ORDER BY a.alias
