SELECT n.id, n.title, n.region
FROM title_skeletons AS k
JOIN notices AS n ON n.seq = k.notice
WHERE k.skeleton IS NULL
