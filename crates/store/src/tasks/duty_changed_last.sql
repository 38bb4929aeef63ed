SELECT max(happened)
FROM (
    SELECT happened FROM duties WHERE task = (SELECT id FROM tasks WHERE uid = ?1)
    UNION ALL SELECT happened FROM occurrences WHERE task = (SELECT id FROM tasks WHERE uid = ?1)
)
WHERE happened <> ''
