-- A unit is there from the day on which it owed something.
EXISTS (
    SELECT 1
    FROM task_units AS u
    JOIN tasks AS n ON n.id = u.task
    WHERE u.unit = units.id AND n.begins <= :day
)
