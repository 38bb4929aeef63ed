-- A task may be in steps before it is issued, and stand aside. Registers of before knew 已交办 and 已签收 for all that was not
-- yet submitted: whatever was issued is under way. The journal says so, too, so that what is taken back or done again finds
-- the same states. See docs/decisions.md.
DROP TRIGGER IF EXISTS journal_tasks_update;
DROP TRIGGER IF EXISTS journal_task_units_update;
DROP TRIGGER IF EXISTS journal_status_events_update;
DROP TRIGGER IF EXISTS figures_task_update;

UPDATE tasks SET status = 'in_progress' WHERE status IN ('issued', 'accepted');
UPDATE task_units SET status = 'in_progress' WHERE status IN ('issued', 'accepted');
UPDATE status_events SET before = 'in_progress' WHERE before IN ('issued', 'accepted');
UPDATE status_events SET after = 'in_progress' WHERE after IN ('issued', 'accepted');

UPDATE changes
SET before = json_set(before, '$.status', 'in_progress')
WHERE place IN (SELECT number FROM recorded_tables WHERE name IN ('tasks', 'task_units'))
  AND before ->> '$.status' IN ('issued', 'accepted');
UPDATE changes
SET before = json_set(before, '$.before', 'in_progress')
WHERE place IN (SELECT number FROM recorded_tables WHERE name = 'status_events')
  AND before ->> '$.before' IN ('issued', 'accepted');
UPDATE changes
SET before = json_set(before, '$.after', 'in_progress')
WHERE place IN (SELECT number FROM recorded_tables WHERE name = 'status_events')
  AND before ->> '$.after' IN ('issued', 'accepted');

DELETE FROM unit_figures;
INSERT INTO unit_figures (unit, role, region, status, due, tasks)
SELECT tu.unit, tu.role, t.region, t.status, coalesce(t.due, ''), count(*)
FROM task_units AS tu JOIN tasks AS t ON t.id = tu.task GROUP BY 1, 2, 3, 4, 5
UNION ALL
SELECT 0, 'lead', region, status, coalesce(due, ''), count(*) FROM tasks GROUP BY 1, 2, 3, 4, 5
UNION ALL
SELECT -1, 'lead', region, status, coalesce(due, ''), count(*) FROM tasks WHERE first_lead IS NULL GROUP BY 1, 2, 3, 4, 5;
-- Whether or not the triggers of unit_figures have filled them.
DELETE FROM year_figures;
INSERT INTO year_figures (unit, role, region, status, year, tasks)
SELECT unit, role, region, status, substr(due, 1, length(due) - 6), sum(tasks)
FROM unit_figures
WHERE unit <> 0
GROUP BY 1, 2, 3, 4, 5;

-- A task that was merged, taken up again and merged again has gone into another each time. No release has written any.
DROP TABLE task_successions;
CREATE TABLE task_successions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL REFERENCES tasks (id),
    successor INTEGER NOT NULL REFERENCES tasks (id),
    kind TEXT NOT NULL CHECK (kind IN ('merged', 'superseded')),
    happened TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    CHECK (task <> successor)
) STRICT;
CREATE INDEX task_successions_of_task ON task_successions (task, happened);
CREATE INDEX task_successions_of_successor ON task_successions (successor);
