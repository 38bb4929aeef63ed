INSERT INTO review_drafts (notice, measure, said)
SELECT id, ?2, ?3 FROM notices WHERE uid = ?1
ON CONFLICT (notice, measure) DO UPDATE SET said = excluded.said
