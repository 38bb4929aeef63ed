INSERT INTO task_people (task, role, position, name, telephone, is_read)
SELECT
    j.value ->> 'task', j.value ->> 'role', j.value ->> 'position', j.value ->> 'name', j.value ->> 'telephone', j.value ->> 'is_read'
FROM json_each(?1) AS j
