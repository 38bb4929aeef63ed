SELECT seq, title, notice_title, number, issuers
FROM notices
WHERE id = ?1
