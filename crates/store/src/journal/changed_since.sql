-- The tables of the changes behind a revision, which is the number of a change.
SELECT DISTINCT t.name
FROM changes AS c
JOIN recorded_tables AS t ON t.number = c.place
WHERE c.seq > ?1
