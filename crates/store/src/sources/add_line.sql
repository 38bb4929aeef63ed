INSERT INTO source_lines (source, entry, number, page, content, role, text)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
