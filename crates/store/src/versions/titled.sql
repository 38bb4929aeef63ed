SELECT n.uid
FROM title_keys AS k
JOIN notices AS n ON n.id = k.notice
WHERE k.title_key = ?1
ORDER BY n.id DESC
LIMIT ?2
