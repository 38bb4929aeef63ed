SELECT count(*)
FROM json_each(?1) AS j
CROSS JOIN tasks AS t ON t.uid = unhex(j.value, '-')
CROSS JOIN progress_entries AS p ON p.task = t.id
WHERE NOT EXISTS (SELECT 1 FROM progress_entries AS later WHERE later.replaces = p.id)
