SELECT uid, at, actor, label, summary, undone_by, undoes
FROM operations
WHERE (:until IS NULL OR at < :until)
ORDER BY id DESC
LIMIT :limit
