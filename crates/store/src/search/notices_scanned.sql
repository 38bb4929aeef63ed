SELECT n.seq, n.id, n.title
FROM notices AS n
WHERE n.duplicate_of IS NULL
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
ORDER BY n.seq
