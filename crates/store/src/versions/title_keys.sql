SELECT n.uid, n.title, n.region, k.title_key
FROM title_keys AS k
JOIN notices AS n ON n.id = k.notice
WHERE k.title_key IS NOT NULL
