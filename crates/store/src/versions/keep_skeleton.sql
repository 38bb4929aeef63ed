INSERT INTO title_skeletons (notice, skeleton)
SELECT seq, ?2 FROM notices WHERE id = ?1
ON CONFLICT (notice) DO UPDATE SET skeleton = excluded.skeleton
