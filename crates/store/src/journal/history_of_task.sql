SELECT uid, at, actor, label, summary, undone_by, undoes
FROM operations
WHERE id IN (SELECT operation FROM changes WHERE task = :row)
ORDER BY id DESC
LIMIT :limit
