-- Where this operation made a unit a spelling of another: what later operations that stand wrote on tasks of that other unit,
-- beside the name that the first unit had.
SELECT o.label, o.summary, tu.written, mine.before ->> 'name' AS name
FROM changes AS mine
JOIN unit_aliases AS a ON a.region = mine.before ->> 'region' AND a.alias = mine.before ->> 'name'
JOIN task_units AS tu ON tu.unit = a.unit AND tu.written IS NOT NULL
JOIN changes AS theirs ON theirs.task = tu.task AND theirs.row = tu.id
JOIN operations AS o ON o.id = theirs.operation
WHERE mine.operation = :operation
  AND mine.place = (SELECT number FROM recorded_tables WHERE name = 'units')
  AND mine.action = '-'
  AND theirs.place = (SELECT number FROM recorded_tables WHERE name = 'task_units')
  AND theirs.seq > mine.seq
  AND o.id <> :operation
  AND o.undone_by IS NULL
  AND o.undoes IS NULL
