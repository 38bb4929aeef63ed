SELECT
    t.text || coalesce(
        '（' || (
            SELECT group_concat(tu.written, '、' ORDER BY tu.position)
            FROM task_units AS tu
            WHERE tu.task = t.id
        ) || '）',
        ''
    ) AS text,
    m.line
FROM tasks AS t
LEFT JOIN measures AS m ON m.id = t.measure
WHERE t.seq = ?1
