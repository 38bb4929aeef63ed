SELECT
    t.id, t.uid, n.uid AS notice, n.title AS notice_title, t.measure, t.begins, t.number, t.title, t.text, t.deadline_raw, t.due,
    t.deadline_kind, t.status, t.doubt_count,
    (
        SELECT json_group_array(
            json_array(hex(u.uid), u.name, coalesce(tu.written, u.name), tu.role) ORDER BY tu.position
        )
        FROM {task_units} AS tu
        JOIN units AS u ON u.id = tu.unit
        WHERE tu.task = t.id
    ) AS units
