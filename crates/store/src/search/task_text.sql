SELECT
    t.text || coalesce(
        '（' || (
            SELECT group_concat(coalesce(tu.written, u.name), '、' ORDER BY tu.position)
            FROM task_units AS tu
            JOIN units AS u ON u.id = tu.unit
            WHERE tu.task = t.id
        ) || '）',
        ''
    ) AS text
FROM tasks AS t
WHERE t.id = ?1
