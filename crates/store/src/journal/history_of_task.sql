-- What changed a task, and what people said of its measure: rows of `corrections` and `doubt_states` know the measure, those
-- that were taken away are known by their image.
WITH measure (notice, key) AS (
    SELECT notice, measure FROM tasks WHERE id = :row
),
said (place, row) AS (
    SELECT (SELECT number FROM recorded_tables WHERE name = 'corrections'), c.id
    FROM measure AS m JOIN corrections AS c ON c.notice = m.notice AND c.measure = m.key
    UNION
    SELECT (SELECT number FROM recorded_tables WHERE name = 'doubt_states'), d.id
    FROM measure AS m JOIN doubt_states AS d ON d.notice = m.notice AND d.measure = m.key
    UNION
    SELECT c.place, c.row
    FROM recorded_tables AS t
    JOIN changes AS c ON c.place = t.number AND c.action = '-'
    JOIN measure AS m ON c.before ->> '$.notice' = m.notice AND c.before ->> '$.measure' = m.key
    WHERE t.name IN ('corrections', 'doubt_states')
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
  AND (:until IS NULL OR at < :until)
ORDER BY id DESC
LIMIT :limit
