-- What comes back in a rhythm: the rule, from a day on; and of its periods, which are computed, those that were reported or
-- left out. No release has written any.
DROP TABLE occurrences;
DROP TABLE duties;
CREATE TABLE duties (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL REFERENCES tasks (id),
    -- 每月10日前, as domain::Rhythm reads it; empty for none any more.
    rule TEXT NOT NULL,
    begins TEXT NOT NULL,
    ends TEXT,
    -- Whether the words of the deadline say so.
    is_read INTEGER NOT NULL,
    -- The day from which this rule holds; empty for always.
    happened TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX duties_of_task ON duties (task, happened);
CREATE TABLE occurrences (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL REFERENCES tasks (id),
    -- The first day of the period.
    period TEXT NOT NULL,
    due TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'skipped')),
    progress INTEGER REFERENCES progress_entries (id),
    happened TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    UNIQUE (task, period)
) STRICT;
CREATE INDEX occurrences_by_day ON occurrences (happened);
CREATE INDEX tasks_periodic ON tasks (due) WHERE deadline_kind = 'periodic';
-- The due day of a task that comes back is that of its earliest open period.
DROP TRIGGER IF EXISTS journal_tasks_update;
DROP TRIGGER IF EXISTS figures_task_update;
