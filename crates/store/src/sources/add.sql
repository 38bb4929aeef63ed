INSERT INTO sources (uid, name, content, lines, reader, imported_at)
VALUES (:uid, :name, :content, :lines, :reader, :imported_at)
