SELECT
    t.id AS task, t.deadline_raw AS raw, t.text, t.begins, coalesce(n.title, '') AS title, n.expires,
    (
        SELECT substr(o.at, 1, 10)
        FROM changes AS c
        JOIN operations AS o ON o.id = c.operation
        WHERE c.row = t.id AND c.action = '+' AND c.place = (SELECT number FROM recorded_tables WHERE name = 'tasks')
        ORDER BY c.seq DESC LIMIT 1
    ) AS entered
FROM tasks AS t
LEFT JOIN notices AS n ON n.id = t.notice
WHERE t.deadline_kind = 'periodic'
  AND t.due IS NULL
  AND t.deadline_raw IS NOT NULL
