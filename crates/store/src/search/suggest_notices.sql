SELECT title AS text
FROM (SELECT i.rowid FROM notice_index AS i{there} WHERE i.notice_index MATCH :question LIMIT :most) AS i
JOIN notices AS n ON n.id = i.rowid
WHERE instr(title, :typed) AND duplicate_of IS NULL
GROUP BY title
ORDER BY instr(title, :typed), length(title), title
