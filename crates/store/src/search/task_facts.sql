SELECT
    t.seq, t.number, t.title, t.text, t.deadline_raw,
    (
        SELECT group_concat(tu.written, '、' ORDER BY tu.position)
        FROM task_units AS tu
        WHERE tu.task = t.id
    ) AS units
FROM tasks AS t
WHERE t.id = ?1
