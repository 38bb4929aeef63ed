(
    SELECT tu.task, tu.unit, tu.role, tu.position, tu.written
    FROM task_units AS tu
    WHERE NOT EXISTS (
        SELECT 1 FROM unit_events AS e WHERE e.task = tu.task AND e.unit = tu.unit AND e.happened > :day
    )
    UNION ALL
    SELECT e.task, e.unit, e.before_role, coalesce(now.position, 1000 + e.id), now.written
    FROM unit_events AS e
    LEFT JOIN task_units AS now ON now.task = e.task AND now.unit = e.unit
    WHERE e.happened > :day
      AND e.before_role IS NOT NULL
      AND NOT EXISTS (
          SELECT 1 FROM unit_events AS earlier
          WHERE earlier.task = e.task AND earlier.unit = e.unit AND earlier.happened > :day
            AND (earlier.happened, earlier.id) < (e.happened, e.id)
      )
)
