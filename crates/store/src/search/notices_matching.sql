SELECT n.id, n.uid, n.title, n.duplicate_of
FROM (SELECT i.rowid FROM notice_index AS i{there} WHERE i.notice_index MATCH :question ORDER BY i.rowid LIMIT :most) AS i
JOIN notices AS n ON n.id = i.rowid
ORDER BY n.id
