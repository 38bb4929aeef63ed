INSERT INTO operations (uid, command, label, summary, actor, at, schema, undoes)
VALUES (:uid, :command, :label, '', :actor, :at, :schema, (SELECT id FROM operations WHERE uid = :undoes))
ON CONFLICT (uid) DO NOTHING
