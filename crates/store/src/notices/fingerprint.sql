SELECT n.uid, f.hashes
FROM fingerprints AS f
JOIN notices AS n ON n.id = f.notice
WHERE f.notice = ?1
