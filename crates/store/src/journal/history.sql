SELECT uid, at, actor, label, summary, undone_by, undoes
FROM operations
ORDER BY id DESC
LIMIT :limit
