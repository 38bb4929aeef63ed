DELETE FROM unit_figures;
INSERT INTO unit_figures (unit, role, region, status, due, tasks)
SELECT tu.unit, tu.role, t.region, t.status, coalesce(t.due, ''), count(*)
FROM task_units AS tu JOIN tasks AS t ON t.id = tu.task GROUP BY 1, 2, 3, 4, 5
UNION ALL
SELECT 0, 'lead', region, status, coalesce(due, ''), count(*) FROM tasks GROUP BY 1, 2, 3, 4, 5
UNION ALL
SELECT -1, 'lead', region, status, coalesce(due, ''), count(*) FROM tasks WHERE first_lead IS NULL GROUP BY 1, 2, 3, 4, 5;
-- Whether or not the triggers of unit_figures have filled them.
DELETE FROM year_figures;
INSERT INTO year_figures (unit, role, region, status, year, tasks)
SELECT unit, role, region, status, substr(due, 1, length(due) - 6), sum(tasks)
FROM unit_figures
WHERE unit <> 0
GROUP BY 1, 2, 3, 4, 5;
