-- Where a task comes from that no notice gave: a leader's instruction, a meeting, the office itself.
CREATE TABLE task_origins (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL UNIQUE REFERENCES tasks (id),
    kind TEXT NOT NULL CHECK (kind IN ('instruction', 'meeting', 'hand')),
    words TEXT NOT NULL DEFAULT '',
    person TEXT NOT NULL DEFAULT '',
    day TEXT
) STRICT;
