-- Operations after this one that stand and changed a row it changed. An operation and the undo of it weigh nothing. A row
-- that was put back was taken away before, so insertions need not be looked at.
SELECT DISTINCT o.id, o.label
FROM changes AS mine
JOIN changes AS theirs ON theirs.row = mine.row AND theirs.place = mine.place AND theirs.seq > mine.seq AND theirs.action <> '+'
JOIN operations AS o ON o.id = theirs.operation
LEFT JOIN operations AS target ON target.id = o.undoes
WHERE mine.operation = :operation
  AND o.id > :operation
  AND o.undone_by IS NULL
  AND (o.undoes IS NULL OR target.id < :operation)
ORDER BY o.id DESC
LIMIT 5
