DELETE FROM unit_figures;
INSERT INTO unit_figures (unit, role, region, status, due, tasks)
SELECT tu.unit, tu.role, t.region, t.status, coalesce(t.due, ''), count(*)
FROM task_units AS tu JOIN tasks AS t ON t.id = tu.task GROUP BY 1, 2, 3, 4, 5
UNION ALL
SELECT 0, 'lead', region, status, coalesce(due, ''), count(*) FROM tasks GROUP BY 1, 2, 3, 4, 5
UNION ALL
SELECT -1, 'lead', region, status, coalesce(due, ''), count(*) FROM tasks WHERE first_lead IS NULL GROUP BY 1, 2, 3, 4, 5;
