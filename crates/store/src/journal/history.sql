SELECT uid, at, actor, label, summary, undone_by, undoes
FROM operations
WHERE true
