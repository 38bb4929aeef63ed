SELECT n.id
FROM title_skeletons AS k
JOIN notices AS n ON n.seq = k.notice
WHERE k.skeleton = ?1
ORDER BY n.seq DESC
LIMIT ?2
