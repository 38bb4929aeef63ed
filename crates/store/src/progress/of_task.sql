p.task IN (
    WITH RECURSIVE
        carried (task) AS (
            SELECT id FROM tasks WHERE uid = :task
            UNION
            SELECT s.task
            FROM carried AS c
            JOIN task_successions AS s ON s.successor = c.task
            WHERE s.carries_progress
              AND (:carried_by IS NULL OR s.happened <= :carried_by)
        )
    SELECT task FROM carried
)
