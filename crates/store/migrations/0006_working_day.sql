-- The working day: facts about tasks that happen and are recorded, each on its day. A fact is never rewritten; what is
-- wrong is taken back by undo or answered by a later fact. `happened` is the day it is true from, `recorded_at` the
-- moment it was entered. See docs/model.md.

CREATE TABLE status_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL REFERENCES tasks (id),
    -- Of the task itself, or of one unit's part.
    unit INTEGER REFERENCES units (id),
    before TEXT,
    after TEXT NOT NULL,
    happened TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX status_events_of_task ON status_events (task, happened);
CREATE INDEX status_events_by_day ON status_events (happened);

CREATE TABLE deadline_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL REFERENCES tasks (id),
    before_raw TEXT,
    before_due TEXT,
    before_kind TEXT NOT NULL,
    after_raw TEXT,
    after_due TEXT,
    after_kind TEXT NOT NULL,
    happened TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX deadline_events_of_task ON deadline_events (task, happened);
CREATE INDEX deadline_events_by_day ON deadline_events (happened);

-- A unit that joins a task, changes its role or leaves it; NULL where it was or is not on it.
CREATE TABLE unit_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL REFERENCES tasks (id),
    unit INTEGER NOT NULL REFERENCES units (id),
    before_role TEXT CHECK (before_role IN ('lead', 'co')),
    after_role TEXT CHECK (after_role IN ('lead', 'co')),
    happened TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX unit_events_of_task ON unit_events (task, happened);
CREATE INDEX unit_events_by_day ON unit_events (happened);

CREATE TABLE progress_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    task INTEGER NOT NULL REFERENCES tasks (id),
    unit INTEGER REFERENCES units (id),
    text TEXT NOT NULL,
    difficulty TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT '',
    -- In percent, where somebody states it.
    share INTEGER CHECK (share BETWEEN 0 AND 100),
    happened TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL
) STRICT;
CREATE INDEX progress_entries_of_task ON progress_entries (task, happened);

-- A file that proves something about a task; its bytes are among the contents.
CREATE TABLE evidence_files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    task INTEGER NOT NULL REFERENCES tasks (id),
    progress INTEGER REFERENCES progress_entries (id),
    name TEXT NOT NULL,
    content INTEGER NOT NULL REFERENCES contents (id),
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_files_of_task ON evidence_files (task);

CREATE TABLE urgings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    task INTEGER NOT NULL REFERENCES tasks (id),
    unit INTEGER REFERENCES units (id),
    text TEXT NOT NULL,
    answer_due TEXT,
    happened TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL
) STRICT;
CREATE INDEX urgings_of_task ON urgings (task, happened);

CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    unit INTEGER REFERENCES units (id),
    post TEXT NOT NULL DEFAULT '',
    telephone TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX people_by_name ON people (name);

CREATE TABLE task_people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL REFERENCES tasks (id),
    person INTEGER NOT NULL REFERENCES people (id),
    role TEXT NOT NULL CHECK (role IN ('leader', 'responsible', 'contact')),
    position INTEGER NOT NULL,
    UNIQUE (task, person, role)
) STRICT;
CREATE INDEX task_people_of_person ON task_people (person);

CREATE TABLE stages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    task INTEGER NOT NULL REFERENCES tasks (id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    due TEXT,
    reached TEXT
) STRICT;
CREATE INDEX stages_of_task ON stages (task, position);

-- A duty that comes back: 每月10日前报送. `rule` is an RFC 5545 recurrence rule.
CREATE TABLE duties (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    task INTEGER NOT NULL REFERENCES tasks (id),
    text TEXT NOT NULL,
    rule TEXT NOT NULL,
    begins TEXT NOT NULL,
    ends TEXT
) STRICT;
CREATE INDEX duties_of_task ON duties (task);

CREATE TABLE occurrences (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL REFERENCES tasks (id),
    duty INTEGER NOT NULL REFERENCES duties (id),
    -- 2026-11, 2026-Q4, 2026-W47.
    period TEXT NOT NULL,
    due TEXT NOT NULL,
    done TEXT,
    progress INTEGER REFERENCES progress_entries (id),
    UNIQUE (duty, period)
) STRICT;
CREATE INDEX occurrences_by_due ON occurrences (due) WHERE done IS NULL;

-- A task that another one carries on: merged with it, or superseded by a later notice. Both keep their sources.
CREATE TABLE task_successions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL UNIQUE REFERENCES tasks (id),
    successor INTEGER NOT NULL REFERENCES tasks (id),
    kind TEXT NOT NULL CHECK (kind IN ('merged', 'superseded')),
    happened TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    CHECK (task <> successor)
) STRICT;
CREATE INDEX task_successions_of_successor ON task_successions (successor);
