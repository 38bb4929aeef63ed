SELECT n.id, f.hashes
FROM fingerprints AS f
JOIN notices AS n ON n.seq = f.notice
WHERE f.notice = ?1
