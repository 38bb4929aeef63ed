-- What changed a task, and what people said of its measure: rows of `corrections` and `doubt_states` know the measure, those
-- that were taken away are known by their image.
WITH RECURSIVE measure (notice, key) AS (
    SELECT notice, measure FROM tasks WHERE id = :row
),
-- Every number that such a row was ever given: people say little beside what is read.
given (row, last) AS (
    SELECT 1, max(seq) FROM sqlite_sequence WHERE name IN ('corrections', 'doubt_states')
    UNION ALL
    SELECT row + 1, last FROM given WHERE row < last
),
said (place, row) AS (
    SELECT (SELECT number FROM recorded_tables WHERE name = 'corrections'), c.id
    FROM measure AS m JOIN corrections AS c ON c.notice = m.notice AND c.measure = m.key
    UNION
    SELECT (SELECT number FROM recorded_tables WHERE name = 'doubt_states'), d.id
    FROM measure AS m JOIN doubt_states AS d ON d.notice = m.notice AND d.measure = m.key
    UNION
    SELECT c.place, c.row
    FROM given AS g
    JOIN changes AS c ON c.row = g.row AND (c.action <> '+' OR c.task IS NULL)
    JOIN measure AS m ON c.before ->> '$.notice' = m.notice AND c.before ->> '$.measure' = m.key
    WHERE c.place IN (SELECT number FROM recorded_tables WHERE name IN ('corrections', 'doubt_states'))
      AND c.action = '-'
)
SELECT uid, at, actor, label, summary, undone_by, undoes
FROM operations
WHERE id IN (
    SELECT operation FROM changes WHERE task = :row
    UNION
    SELECT c.operation
    FROM said AS s
    JOIN changes AS c ON c.row = s.row AND c.place = s.place AND (c.action <> '+' OR c.task IS NULL)
)
