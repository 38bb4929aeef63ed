(
    SELECT u.name
    FROM task_units AS tu
    JOIN units AS u ON u.id = tu.unit
    WHERE tu.task = t.id
      AND tu.role = 'lead'
    ORDER BY tu.position
    LIMIT 1
)
