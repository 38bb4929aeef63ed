INSERT INTO version_links (id, older, newer, kind, reason, set_by, taken_off)
SELECT n.number, older.seq, newer.seq, l.kind, l.reason, l.set_by, l.taken_off
FROM old_version_links AS l
JOIN numbers AS n ON n.place = 'version_links' AND n.old = l.id
JOIN old_notices AS older ON older.id = l.older
JOIN old_notices AS newer ON newer.id = l.newer;
INSERT INTO tasks (
    id, uid, notice, measure, number, title, text, deadline_raw, due, deadline_kind, status, begins, region, first_lead, doubt_count
)
SELECT
    t.seq, unhex(t.id, '-'), n.seq, k.key, t.number, t.title, t.text, t.deadline_raw, t.due, t.deadline_kind, t.status,
    coalesce(n.issued, ''),
    coalesce(n.region, ''),
    (
        SELECT u.seq
        FROM old_task_units AS tu
        JOIN old_units AS u ON u.id = tu.unit
        WHERE tu.task = t.id AND tu.role = 'lead'
        ORDER BY tu.position LIMIT 1
    ),
    t.doubt_count
FROM old_tasks AS t
JOIN old_notices AS n ON n.id = t.notice
JOIN measure_keys AS k ON k.old = t.measure;
INSERT INTO task_units (id, task, unit, role, position, written)
SELECT n.number, t.seq, u.seq, tu.role, tu.position, nullif(tu.written, u.name)
FROM old_task_units AS tu
JOIN numbers AS n ON n.place = 'task_units' AND n.old = tu.id
JOIN old_tasks AS t ON t.id = tu.task
JOIN old_units AS u ON u.id = tu.unit;
INSERT INTO unit_figures (unit, role, region, status, due, tasks)
SELECT 0, 'lead', region, status, coalesce(due, ''), count(*) FROM tasks GROUP BY region, status, due
UNION ALL
SELECT -1, 'lead', region, status, coalesce(due, ''), count(*)
FROM tasks WHERE first_lead IS NULL GROUP BY region, status, due
UNION ALL
SELECT tu.unit, tu.role, t.region, t.status, coalesce(t.due, ''), count(*)
FROM task_units AS tu JOIN tasks AS t ON t.id = tu.task GROUP BY tu.unit, tu.role, t.region, t.status, t.due;
