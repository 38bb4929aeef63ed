SELECT uid, at, actor, label, summary, undone_by, undoes
FROM operations
WHERE id IN (SELECT operation FROM changes WHERE task = :row)
  AND (:until IS NULL OR at < :until)
ORDER BY id DESC
LIMIT :limit
