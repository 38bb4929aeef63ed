SELECT uid, at, actor, label, summary, undone_by, undoes
FROM operations
WHERE id IN (
    SELECT operation
    FROM changes
    WHERE place = (SELECT number FROM recorded_tables WHERE name = :place)
      AND row = :row
      AND (action <> '+' OR task IS NULL)
)
