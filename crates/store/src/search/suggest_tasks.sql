SELECT title AS text
FROM (SELECT i.rowid FROM task_index AS i{there} WHERE i.task_index MATCH :question LIMIT :most) AS i
JOIN tasks AS t ON t.id = i.rowid
WHERE instr(title, :typed)
GROUP BY title
ORDER BY instr(title, :typed), length(title), title
