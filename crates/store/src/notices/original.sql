SELECT original.uid
FROM notices AS n
JOIN notices AS original ON original.id = n.duplicate_of
WHERE n.uid = ?1
