INSERT INTO title_keys (notice, title_key)
SELECT id, ?2 FROM notices WHERE uid = ?1
ON CONFLICT (notice) DO UPDATE SET title_key = excluded.title_key
