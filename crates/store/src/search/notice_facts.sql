SELECT source, first_line, last_line, title, notice_title, number, issuers
FROM notices
WHERE id = ?1
