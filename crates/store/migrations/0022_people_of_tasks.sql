-- Who is named on a task: as read in its notice, until somebody says otherwise, role by role. No release has written any.
DROP TABLE task_people;
CREATE TABLE task_people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL REFERENCES tasks (id),
    role TEXT NOT NULL CHECK (role IN ('leader', 'responsible', 'contact')),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    telephone TEXT NOT NULL DEFAULT '',
    -- Whether the notice says so.
    is_read INTEGER NOT NULL
) STRICT;
CREATE INDEX task_people_of_task ON task_people (task);
CREATE INDEX task_people_by_name ON task_people (name);
-- Everybody in one role before and after, each as name, telephone and whether it was read.
CREATE TABLE people_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL REFERENCES tasks (id),
    role TEXT NOT NULL CHECK (role IN ('leader', 'responsible', 'contact')),
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    happened TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX people_events_of_task ON people_events (task, role, happened);
CREATE INDEX people_events_by_day ON people_events (happened);
