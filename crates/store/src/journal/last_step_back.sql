-- The latest undo that can be taken back: nothing new was done after it. Before schema 5 the texts of files went with it.
SELECT u.id
FROM operations AS u
JOIN operations AS target ON target.id = u.undoes
WHERE u.undone_by IS NULL
  AND u.schema >= 5
  AND target.undoes IS NULL
  AND NOT EXISTS (
      SELECT 1
      FROM operations AS later
      WHERE later.id > u.id AND later.undoes IS NULL AND later.undone_by IS NULL AND later.command <> 'mend_store'
  )
ORDER BY u.id DESC
LIMIT 1
