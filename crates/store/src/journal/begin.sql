INSERT INTO operations (id, command, label, summary, actor, at, undoes)
VALUES (:id, :command, :label, '', :actor, :at, :undoes)
ON CONFLICT (id) DO NOTHING
