INSERT INTO sources (id, uid, name, content, lines, reader, imported_at)
SELECT seq, unhex(id, '-'), name, ?2, ?3, '', imported_at
FROM old_sources
WHERE seq = ?1
