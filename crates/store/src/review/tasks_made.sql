SELECT
    u.name AS lead, count(*) AS tasks, count(*) FILTER (WHERE t.doubt_count > 0) AS doubtful,
    count(*) FILTER (WHERE t.due IS NULL) AS undated
FROM tasks AS t
LEFT JOIN units AS u ON u.id = t.first_lead
WHERE t.id >= ?1
GROUP BY t.first_lead
ORDER BY u.name IS NULL, tasks DESC, t.first_lead
