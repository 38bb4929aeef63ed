SELECT text
FROM (
    SELECT name AS text, 1 AS rank FROM units WHERE instr(name, :typed)
    UNION
    SELECT title, 2
    FROM (SELECT rowid FROM notice_index WHERE notice_index MATCH :question LIMIT :most) AS i
    JOIN notices AS n ON n.id = i.rowid
    WHERE duplicate_of IS NULL AND instr(title, :typed)
    UNION
    SELECT title, 3
    FROM (SELECT rowid FROM task_index WHERE task_index MATCH :question LIMIT :most) AS i
    JOIN tasks AS t ON t.id = i.rowid
    WHERE instr(title, :typed)
)
GROUP BY text
ORDER BY min(rank), instr(text, :typed), length(text), text
LIMIT :limit
