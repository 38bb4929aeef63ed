SELECT n.uid, n.title, n.region
FROM title_keys AS k
JOIN notices AS n ON n.id = k.notice
WHERE k.title_key IS NULL
