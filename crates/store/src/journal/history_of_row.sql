SELECT id, at, actor, label, summary, undone_by
FROM operations
WHERE id IN (SELECT operation FROM changes WHERE row_id = :row)
ORDER BY seq DESC
LIMIT :limit
