SELECT id, json_array(hex(uid), command, label, actor, at, schema, undoes)
FROM operations
WHERE id = (SELECT operation FROM changes WHERE seq = ?1)
