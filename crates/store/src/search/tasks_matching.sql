SELECT t.id, t.uid, coalesce(t.title, substr(t.text, 1, 40) || iif(length(t.text) > 40, '…', '')) AS title
FROM task_index AS i
JOIN tasks AS t ON t.id = i.rowid
WHERE task_index MATCH :question
  AND (:day IS NULL OR t.begins <= :day)
ORDER BY t.id
