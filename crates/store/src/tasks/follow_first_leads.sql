UPDATE tasks
SET first_lead = (
    SELECT tu.unit FROM task_units AS tu WHERE tu.task = tasks.id AND tu.role = 'lead' ORDER BY tu.position LIMIT 1
)
WHERE id IN (SELECT j.value ->> 'task' FROM json_each(?1) AS j)
