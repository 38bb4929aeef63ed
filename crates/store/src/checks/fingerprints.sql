-- Those that are kept, also of notices that were taken back, and the notices that should have one and have none. A
-- repetition is found through what it repeats.
SELECT notice, hashes
FROM fingerprints
UNION ALL
SELECT n.id, NULL
FROM notices AS n
WHERE n.duplicate_of IS NULL
  AND NOT EXISTS (SELECT 1 FROM fingerprints AS f WHERE f.notice = n.id)
ORDER BY 1
