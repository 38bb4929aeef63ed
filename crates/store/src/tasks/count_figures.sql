SELECT coalesce(sum(t.tasks), 0)
FROM (SELECT unit, role, region, status, nullif(due, '') AS due, tasks FROM unit_figures) AS t
