INSERT INTO tasks (
    id, uid, notice, measure, number, title, text, deadline_raw, due, deadline_kind, status, begins, region, first_lead, doubt_count
)
SELECT
    value ->> 'id',
    unhex(value ->> 'uid', '-'),
    :notice,
    value ->> 'measure',
    value ->> 'number',
    value ->> 'title',
    value ->> 'text',
    value ->> 'deadline_raw',
    value ->> 'due',
    value ->> 'deadline_kind',
    :status,
    :begins,
    :region,
    value ->> 'first_lead',
    value ->> 'doubt_count'
FROM json_each(:tasks)
