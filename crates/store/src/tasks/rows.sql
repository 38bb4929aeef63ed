SELECT
    t.id, t.uid, n.uid AS notice, n.title AS notice_title, t.measure, t.begins, t.number, t.title, t.text, t.deadline_raw, t.due,
    t.deadline_kind, t.status, t.doubt_count,
    (
        -- Put in their order by the program: a sorter for each task costs more than the rest of it.
        SELECT json_group_array(json_array(tu.position, hex(u.uid), u.name, tu.written, tu.role))
        FROM {task_units} AS tu
        JOIN units AS u ON u.id = tu.unit
        WHERE tu.task = t.id
    ) AS units,
    o.kind AS origin, o.words, o.person, o.day,
    (
        SELECT json_group_array(json_array(tp.position, tp.role, tp.name, tp.telephone, tp.is_read))
        FROM {task_people} AS tp
        WHERE tp.task = t.id
    ) AS people,
    (
        SELECT json_array(
            d.rule, d.begins, d.ends, d.is_read,
            json((SELECT json_group_array(oc.period) FROM {occurrences} AS oc WHERE oc.task = t.id))
        )
        FROM {duties} AS d
        WHERE d.task = t.id
        ORDER BY d.happened DESC, d.id DESC LIMIT 1
    ) AS duty,
    {share} AS share
