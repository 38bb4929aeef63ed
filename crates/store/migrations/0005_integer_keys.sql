-- Numbers inside, one uid per noun for exchange; what is read once and never changes is kept packed, once, outside the
-- journal. The rows of the tables before (now old_*) are carried over by src/migrations/to_5.rs. See docs/model.md.

-- The journal. A row of `changes` holds what undo and history need: nothing for an insert, the columns that changed for
-- an update, the whole row for a deletion. `task` names the task that a row is about.
CREATE TABLE operations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    command TEXT NOT NULL,
    label TEXT NOT NULL,
    summary TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    -- The version of the schema that recorded it.
    schema INTEGER NOT NULL,
    undoes INTEGER REFERENCES operations (id),
    undone_by INTEGER REFERENCES operations (id)
) STRICT;
CREATE INDEX operations_undoing ON operations (undoes) WHERE undoes IS NOT NULL;

-- The operation under way; empty outside a transaction, so that a write without a name fails.
CREATE TABLE current_operation (
    id INTEGER NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE recorded_tables (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE changes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    operation INTEGER NOT NULL REFERENCES operations (id),
    action TEXT NOT NULL CHECK (action IN ('+', '~', '-')),
    place INTEGER NOT NULL REFERENCES recorded_tables (number),
    row INTEGER NOT NULL,
    task INTEGER,
    before TEXT
) STRICT;
CREATE INDEX changes_of_operation ON changes (operation);
CREATE INDEX changes_of_row ON changes (row, place);
CREATE INDEX changes_of_task ON changes (task) WHERE task IS NOT NULL;

-- One seal a transaction: it covers the changes after the one before it, the rows as they were left, and the seal before.
CREATE TABLE seals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    operation INTEGER NOT NULL REFERENCES operations (id),
    last_change INTEGER NOT NULL UNIQUE,
    seal BLOB NOT NULL
) STRICT;

CREATE TABLE settings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;

-- Bytes that never change, packed, each once: files as handed in, their lines as read, readings of notices. Outside the
-- journal; the columns that point to them are in it.
CREATE TABLE contents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    packed BLOB NOT NULL
) STRICT;

-- A file as it was handed in, and its lines as the reader of this version read them.
CREATE TABLE sources (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    content INTEGER NOT NULL UNIQUE REFERENCES contents (id),
    lines INTEGER NOT NULL REFERENCES contents (id),
    reader TEXT NOT NULL,
    imported_at TEXT NOT NULL
) STRICT;

-- A notice as read. `reading` holds its measures; a duplicate has none.
CREATE TABLE notices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    source INTEGER NOT NULL REFERENCES sources (id),
    first_line INTEGER NOT NULL,
    last_line INTEGER NOT NULL,
    page INTEGER,
    title TEXT NOT NULL,
    title_inferred INTEGER NOT NULL,
    notice_title TEXT,
    number TEXT,
    issuers TEXT NOT NULL,
    region TEXT,
    issued TEXT,
    effective TEXT,
    expires TEXT,
    organizer TEXT,
    kind TEXT NOT NULL,
    indicators TEXT NOT NULL,
    claims TEXT NOT NULL,
    doubts TEXT NOT NULL,
    doubt_count INTEGER NOT NULL,
    measure_count INTEGER NOT NULL,
    measure_doubt_count INTEGER NOT NULL,
    reading INTEGER REFERENCES contents (id),
    duplicate_of INTEGER REFERENCES notices (id),
    -- An earlier, shorter text of the same document: what it gave tasks for gives none again.
    fuller_than INTEGER REFERENCES notices (id),
    confirmed INTEGER NOT NULL
) STRICT;
CREATE INDEX notices_of_source ON notices (source, first_line);
CREATE INDEX notices_duplicating ON notices (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX notices_unconfirmed ON notices (id) WHERE confirmed = 0 AND measure_count > 0;
CREATE INDEX notices_of_region ON notices (region);

-- What a person has corrected in a reading: rows laid over it, found by the key of the measure (0: the notice itself).
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    notice INTEGER NOT NULL REFERENCES notices (id),
    measure INTEGER NOT NULL,
    field TEXT NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (notice, measure, field)
) STRICT;

-- Doubts that a person has dealt with; one that has no row is open.
CREATE TABLE doubt_states (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    notice INTEGER NOT NULL REFERENCES notices (id),
    measure INTEGER NOT NULL,
    field TEXT NOT NULL,
    rule TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('accepted', 'corrected', 'dismissed')),
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (notice, measure, field, rule)
) STRICT;

-- What the text of a notice is recognised by. Rows of notices that were taken back stay: they may come back.
CREATE TABLE fingerprints (
    notice INTEGER NOT NULL PRIMARY KEY,
    hashes BLOB NOT NULL
) STRICT;
CREATE TABLE fingerprint_hashes (
    hash INTEGER NOT NULL,
    notice INTEGER NOT NULL,
    PRIMARY KEY (hash, notice)
) STRICT, WITHOUT ROWID;

-- The place of a notice and what is left of its title without the marks of its edition, for finding versions of it; made
-- by extract::versions. NULL waits to be made.
CREATE TABLE title_keys (
    notice INTEGER NOT NULL PRIMARY KEY,
    title_key TEXT
) STRICT;
CREATE INDEX title_keys_by_text ON title_keys (title_key);

-- Two notices that are versions of one another. One that a person took off stays, so that it is not proposed again.
CREATE TABLE version_links (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    older INTEGER NOT NULL REFERENCES notices (id),
    newer INTEGER NOT NULL REFERENCES notices (id),
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    set_by TEXT NOT NULL CHECK (set_by IN ('rule', 'person')),
    taken_off INTEGER NOT NULL,
    UNIQUE (older, newer),
    CHECK (older <> newer)
) STRICT;
CREATE INDEX version_links_of_newer ON version_links (newer);

-- A body, or a collective as written, bound to a region: 市财政局 of one city is not that of another.
CREATE TABLE units (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    region TEXT NOT NULL DEFAULT '',
    UNIQUE (region, name)
) STRICT;
CREATE INDEX units_by_name ON units (name);

CREATE TABLE unit_aliases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit INTEGER NOT NULL REFERENCES units (id),
    region TEXT NOT NULL DEFAULT '',
    alias TEXT NOT NULL,
    -- The month in which a former name ended: in notices of later days it means somebody else, or is a slip for a person.
    until TEXT,
    UNIQUE (region, alias)
) STRICT;
CREATE INDEX unit_aliases_of_unit ON unit_aliases (unit);
CREATE INDEX unit_aliases_by_text ON unit_aliases (alias);

-- Two units that a person has declared not to be the same: they are not proposed for merging again.
CREATE TABLE unit_distinctions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    one INTEGER NOT NULL REFERENCES units (id),
    other INTEGER NOT NULL REFERENCES units (id),
    UNIQUE (one, other),
    CHECK (one < other)
) STRICT;

-- A task as it stands. `measure` is the key of its measure in the reading of its notice. What it was before stands in
-- status_events and deadline_events.
CREATE TABLE tasks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    notice INTEGER REFERENCES notices (id),
    measure INTEGER,
    number TEXT NOT NULL,
    title TEXT,
    text TEXT NOT NULL,
    deadline_raw TEXT,
    due TEXT,
    deadline_kind TEXT NOT NULL,
    status TEXT NOT NULL,
    -- The first day on which it is owed: the day of issue, 1 January of the year its notice names as its own, or the day
    -- it was entered by hand; empty, before every day, where the notice names none.
    begins TEXT NOT NULL,
    -- Of its notice, or of its office; empty for none.
    region TEXT NOT NULL,
    first_lead INTEGER REFERENCES units (id),
    doubt_count INTEGER NOT NULL,
    CHECK ((notice IS NULL) = (measure IS NULL))
) STRICT;
CREATE INDEX tasks_of_notice ON tasks (notice, measure);
CREATE INDEX tasks_by_due ON tasks (coalesce(due, '9999'), id);
CREATE INDEX tasks_by_due_backwards ON tasks (coalesce(due, ''), id);
CREATE INDEX tasks_by_status ON tasks (status, due);
CREATE INDEX tasks_by_lead ON tasks (first_lead, id);
CREATE INDEX tasks_by_begin ON tasks (begins);
CREATE INDEX tasks_doubtful ON tasks (id) WHERE doubt_count > 0;

-- A unit on a task, in its role. `written` is what the notice wrote where that is not the unit's name.
CREATE TABLE task_units (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL REFERENCES tasks (id),
    unit INTEGER NOT NULL REFERENCES units (id),
    role TEXT NOT NULL CHECK (role IN ('lead', 'co')),
    position INTEGER NOT NULL,
    written TEXT,
    -- Where this unit stands with its part; NULL as long as it has reported nothing of its own.
    status TEXT,
    UNIQUE (task, unit)
) STRICT;
CREATE INDEX task_units_of_unit ON task_units (unit, role, task);

-- How many tasks each unit has, by region, status and due day ('' for none), kept by triggers. Unit 0 counts every task
-- once, unit -1 the tasks that nobody leads.
CREATE TABLE unit_figures (
    unit INTEGER NOT NULL,
    role TEXT NOT NULL,
    region TEXT NOT NULL,
    status TEXT NOT NULL,
    due TEXT NOT NULL,
    tasks INTEGER NOT NULL,
    PRIMARY KEY (unit, role, region, status, due)
) STRICT, WITHOUT ROWID;

-- Overlapping pairs of characters, made by search/pairs.rs; rowid is notices.id or tasks.id.
CREATE VIRTUAL TABLE notice_index USING fts5 (pairs, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE task_index USING fts5 (pairs, content = '', contentless_delete = 1, tokenize = 'ascii');
