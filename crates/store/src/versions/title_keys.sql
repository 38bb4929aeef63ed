-- What each notice should have, with nothing where its row is gone. A repetition is no version of anything; a key that is
-- kept as NULL waits for the next import.
SELECT n.uid, n.title, n.region, k.title_key
FROM notices AS n
LEFT JOIN title_keys AS k ON k.notice = n.id
WHERE n.duplicate_of IS NULL
  AND (k.notice IS NULL OR k.title_key IS NOT NULL)
