INSERT INTO changes (operation, action, place, row, task, before)
SELECT c.operation, '+', (SELECT number FROM recorded_tables WHERE name = 'duties'), ?1, ?2, NULL
FROM changes AS c
WHERE c.row = ?2 AND c.action = '+' AND c.place = (SELECT number FROM recorded_tables WHERE name = 'tasks')
ORDER BY c.seq DESC LIMIT 1
