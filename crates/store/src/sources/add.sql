INSERT INTO sources (id, name, sha256, size, imported_at)
VALUES (:id, :name, :sha256, :size, :imported_at)
