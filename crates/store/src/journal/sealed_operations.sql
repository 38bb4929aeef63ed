-- The first seal also covers those of which a purge has left no change.
SELECT id, json_array(hex(uid), command, label, actor, at, schema, undoes) AS facts, summary
FROM operations
WHERE id IN (
    SELECT operation FROM changes WHERE seq > :after AND seq <= :last
    UNION
    SELECT id FROM operations WHERE :after = 0 AND id <= (SELECT operation FROM changes WHERE seq = :last)
)
ORDER BY id
