-- The latest operation that is no step back and has not been taken back.
SELECT id
FROM operations
WHERE undone_by IS NULL
  AND undoes IS NULL
ORDER BY id DESC
LIMIT 1
