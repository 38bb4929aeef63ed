INSERT INTO settings (id, value)
VALUES (?1, ?2)
ON CONFLICT (id) DO UPDATE SET value = excluded.value
WHERE value <> excluded.value
