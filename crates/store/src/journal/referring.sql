-- The operation that made a row which now refers to nothing. Where it was done again, the one that was done at first: only
-- that one can be taken back.
WITH RECURSIVE back (id, undoes) AS (
    SELECT o.id, o.undoes
    FROM operations AS o
    WHERE o.id = (
        SELECT c.operation
        FROM changes AS c
        WHERE c.place = (SELECT number FROM recorded_tables WHERE name = ?1)
          AND c.row = ?2
        ORDER BY c.seq DESC
        LIMIT 1
    )
    UNION
    SELECT o.id, o.undoes
    FROM back AS b
    JOIN operations AS o ON o.id = b.undoes
)
SELECT label, summary
FROM operations
WHERE id = (SELECT min(id) FROM back)
