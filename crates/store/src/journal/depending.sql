-- Operations after this one that stand and changed what it changed. An operation and the undo of it weigh nothing. A row
-- that was put back was taken away before, so insertions need not be looked at. Two updates of one row that have no column
-- in common do not meet: taking one back writes its own columns only.
SELECT DISTINCT o.id, o.label, o.summary
FROM changes AS mine
JOIN changes AS theirs ON theirs.row = mine.row AND theirs.place = mine.place AND theirs.seq > mine.seq AND theirs.action <> '+'
JOIN operations AS o ON o.id = theirs.operation
LEFT JOIN operations AS target ON target.id = o.undoes
WHERE mine.operation = :operation
  AND o.id > :operation
  AND o.undone_by IS NULL
  AND (o.undoes IS NULL OR target.id < :operation)
  AND (
    mine.action <> '~'
    OR theirs.action <> '~'
    OR EXISTS (
        SELECT 1
        FROM json_each(mine.before) AS m
        JOIN json_each(theirs.before) AS t ON t.key = m.key
    )
  )
ORDER BY o.id DESC
LIMIT 5
