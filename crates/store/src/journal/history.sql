SELECT id, at, actor, label, summary, undone_by
FROM operations
WHERE :row IS NULL
ORDER BY seq DESC
LIMIT :limit
