SELECT count(*)
FROM notices AS n
WHERE n.confirmed
  AND EXISTS (
      SELECT 1
      FROM measures AS m
      WHERE m.notice = n.id
        AND NOT EXISTS (SELECT 1 FROM tasks AS t WHERE t.measure = m.id)
  )
