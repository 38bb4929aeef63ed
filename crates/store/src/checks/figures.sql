-- Kept figures that differ from the tasks counted anew.
WITH
counted (unit, role, region, status, due, tasks) AS (
    SELECT tu.unit, tu.role, t.region, t.status, coalesce(t.due, ''), count(*)
    FROM task_units AS tu JOIN tasks AS t ON t.id = tu.task GROUP BY 1, 2, 3, 4, 5
    UNION ALL
    SELECT 0, 'lead', region, status, coalesce(due, ''), count(*) FROM tasks GROUP BY 1, 2, 3, 4, 5
    UNION ALL
    SELECT -1, 'lead', region, status, coalesce(due, ''), count(*) FROM tasks WHERE first_lead IS NULL GROUP BY 1, 2, 3, 4, 5
),
by_year (unit, role, region, status, year, tasks) AS (
    SELECT unit, role, region, status, substr(due, 1, length(due) - 6), sum(tasks)
    FROM counted WHERE unit <> 0 GROUP BY 1, 2, 3, 4, 5
)
SELECT
    (SELECT count(*) FROM (SELECT * FROM counted EXCEPT SELECT unit, role, region, status, due, tasks FROM unit_figures))
    + (SELECT count(*) FROM (
        SELECT unit, role, region, status, due, tasks FROM unit_figures WHERE tasks <> 0 EXCEPT SELECT * FROM counted
    ))
    + (SELECT count(*) FROM (SELECT * FROM by_year EXCEPT SELECT unit, role, region, status, year, tasks FROM year_figures))
    + (SELECT count(*) FROM (
        SELECT unit, role, region, status, year, tasks FROM year_figures WHERE tasks <> 0 EXCEPT SELECT * FROM by_year
    ))
