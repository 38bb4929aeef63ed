DELETE FROM task_units
WHERE (task, unit) IN (
    SELECT j.value ->> 'task', j.value ->> 'unit' FROM json_each(?1) AS j WHERE j.value ->> 'after' IS NULL
)
