WITH
matching AS (
    SELECT n.seq, n.id, n.title, n.duplicate_of
    FROM notice_index AS i
    JOIN notices AS n ON n.seq = i.rowid
    WHERE notice_index MATCH :question
      AND NOT EXISTS (
          SELECT 1
          FROM json_each(:single) AS s
          WHERE NOT instr(n.title, s.value)
            AND NOT EXISTS (
                SELECT 1
                FROM source_lines AS l
                WHERE l.source = n.source
                  AND l.number BETWEEN n.first_line AND n.last_line
                  AND instr(l.text, s.value)
            )
      )
)
SELECT seq, id, title
FROM matching
-- A repetition is found only where its original is not.
WHERE duplicate_of IS NULL
   OR duplicate_of NOT IN (SELECT id FROM matching)
ORDER BY seq
