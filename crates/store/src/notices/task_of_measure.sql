SELECT t.uid
FROM notices AS n
JOIN tasks AS t ON t.notice = n.id
WHERE n.uid = ?1
  AND t.measure = ?2
