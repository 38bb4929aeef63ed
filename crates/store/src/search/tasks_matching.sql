SELECT
    t.id, t.uid, coalesce(t.title, substr(t.text, 1, 40) || iif(length(t.text) > 40, '…', '')) AS title,
    t.text, t.title AS own_title, t.number, t.deadline_raw
FROM (SELECT i.rowid FROM task_index AS i{there} WHERE i.task_index MATCH :question ORDER BY i.rowid LIMIT :most) AS i
JOIN tasks AS t ON t.id = i.rowid
ORDER BY t.id
