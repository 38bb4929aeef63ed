SELECT t.uid
FROM notices AS n
JOIN tasks AS t ON t.notice = n.id
WHERE n.uid = ?1
  AND t.status IN (SELECT value FROM json_each(?2))
ORDER BY t.id
