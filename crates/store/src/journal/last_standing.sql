SELECT id
FROM operations
WHERE undone_by IS NULL
  AND undoes IS NULL
ORDER BY seq DESC
LIMIT 1
