(
    holds(:to_verify, t.text)
    OR holds(:to_verify, t.text, t.number, t.title, t.deadline_raw, (
        SELECT group_concat(coalesce(tu.written, u.name), '、' ORDER BY tu.position)
        FROM task_units AS tu
        JOIN units AS u ON u.id = tu.unit
        WHERE tu.task = t.id
    ), (SELECT o.words FROM task_origins AS o WHERE o.task = t.id), (SELECT o.person FROM task_origins AS o WHERE o.task = t.id))
)
