(
    SELECT tp.task, tp.role, tp.position, tp.name, tp.telephone, tp.is_read
    FROM task_people AS tp
    WHERE NOT EXISTS (
        SELECT 1 FROM people_events AS e WHERE e.task = tp.task AND e.role = tp.role AND e.happened > :day
    )
    UNION ALL
    SELECT e.task, e.role, named.key, named.value ->> 0, named.value ->> 1, named.value ->> 2
    FROM people_events AS e
    CROSS JOIN json_each(e.before) AS named
    WHERE e.happened > :day
      AND NOT EXISTS (
          SELECT 1 FROM people_events AS earlier
          WHERE earlier.task = e.task AND earlier.role = e.role AND earlier.happened > :day
            AND (earlier.happened, earlier.id) < (e.happened, e.id)
      )
)
