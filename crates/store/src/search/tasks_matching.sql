SELECT t.seq, t.id, coalesce(t.title, substr(t.text, 1, 40) || iif(length(t.text) > 40, '…', '')) AS title
FROM task_index AS i
JOIN tasks AS t ON t.seq = i.rowid
WHERE task_index MATCH :question
  AND NOT EXISTS (
      SELECT 1
      FROM json_each(:single) AS s
      WHERE NOT instr(coalesce(t.title, '') || t.text, s.value)
  )
ORDER BY t.seq
