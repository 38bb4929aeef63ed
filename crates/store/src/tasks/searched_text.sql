(
    t.number || coalesce(t.title, '') || t.text || coalesce(t.deadline_raw, '')
    || coalesce((SELECT group_concat(tu.written, '') FROM task_units AS tu WHERE tu.task = t.id), '')
)
