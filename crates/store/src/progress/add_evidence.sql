INSERT INTO evidence_files (uid, task, progress, name, content, recorded_at, actor)
SELECT :uid, p.task, p.id, :name, :content, :recorded_at, :actor
FROM progress_entries AS p
WHERE p.id = :progress
