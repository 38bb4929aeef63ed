WITH
matching AS (
    SELECT n.id, n.uid, n.title, n.number, n.issued, n.duplicate_of
    FROM notice_index AS i
    JOIN notices AS n ON n.id = i.rowid
    WHERE notice_index MATCH :question
)
SELECT id, uid, title, number, issued
FROM matching
-- A repetition is found only where its original is not.
WHERE duplicate_of IS NULL
   OR duplicate_of NOT IN (SELECT id FROM matching)
ORDER BY id
