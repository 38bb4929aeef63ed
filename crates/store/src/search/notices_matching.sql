SELECT n.id, n.uid, n.title, n.number, n.issued, n.duplicate_of
FROM (SELECT rowid FROM notice_index WHERE notice_index MATCH :question ORDER BY rowid LIMIT :most) AS i
JOIN notices AS n ON n.id = i.rowid
ORDER BY n.id
