-- The latest operation that is no step back and has not been taken back. A mending changes nothing that is said.
SELECT id
FROM operations
WHERE undone_by IS NULL
  AND undoes IS NULL
  AND command <> 'mend_store'
ORDER BY id DESC
LIMIT 1
