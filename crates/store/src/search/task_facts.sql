SELECT
    t.number, t.title, t.text, t.deadline_raw,
    (
        SELECT group_concat(coalesce(tu.written, u.name), '、' ORDER BY tu.position)
        FROM task_units AS tu
        JOIN units AS u ON u.id = tu.unit
        WHERE tu.task = t.id
    ) AS units,
    o.words AS origin, o.person AS origin_person
FROM tasks AS t
LEFT JOIN task_origins AS o ON o.task = t.id
WHERE t.id = ?1
