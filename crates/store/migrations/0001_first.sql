-- The journal: every write is one named operation; triggers (journal/triggers.rs) record the rows it changes.
CREATE TABLE operations (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    command TEXT NOT NULL,
    label TEXT NOT NULL,
    summary TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    undoes TEXT REFERENCES operations (id),
    undone_by TEXT REFERENCES operations (id)
) STRICT;

-- The operation under way; empty outside a transaction, so that a write without a name fails.
CREATE TABLE current_operation (
    id TEXT NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE changes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    operation TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX changes_of_operation ON changes (operation);
CREATE INDEX changes_of_row ON changes (row_id);

CREATE TABLE settings (
    id TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- A file as it was handed in.
CREATE TABLE sources (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE source_contents (
    source INTEGER NOT NULL PRIMARY KEY REFERENCES sources (seq) ON DELETE CASCADE,
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE source_lines (
    source INTEGER NOT NULL REFERENCES sources (seq) ON DELETE CASCADE,
    entry INTEGER NOT NULL,
    number INTEGER NOT NULL,
    page INTEGER,
    content TEXT NOT NULL,
    role TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (source, number, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE notices (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source INTEGER NOT NULL REFERENCES sources (seq),
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
    claims TEXT NOT NULL,
    doubts TEXT NOT NULL,
    doubt_count INTEGER NOT NULL,
    measure_count INTEGER NOT NULL,
    duplicate_of TEXT REFERENCES notices (id),
    -- An earlier, shorter text of the same document: what it gave tasks for gives none again.
    fuller_than TEXT REFERENCES notices (id),
    confirmed INTEGER NOT NULL
) STRICT;
CREATE INDEX notices_of_source ON notices (source, first_line);
CREATE INDEX notices_duplicating ON notices (duplicate_of) WHERE duplicate_of IS NOT NULL;

-- What the text of a notice is recognised by: all sampled hashes together, and one by one for finding them.
CREATE TABLE fingerprints (
    notice INTEGER NOT NULL PRIMARY KEY REFERENCES notices (seq) ON DELETE CASCADE,
    hashes BLOB NOT NULL
) STRICT;
CREATE TABLE fingerprint_hashes (
    hash INTEGER NOT NULL,
    notice INTEGER NOT NULL REFERENCES notices (seq) ON DELETE CASCADE,
    PRIMARY KEY (hash, notice)
) STRICT, WITHOUT ROWID;
CREATE INDEX fingerprint_hashes_of_notice ON fingerprint_hashes (notice);

-- A clause as read. Lists that are only ever read whole with it are JSON.
CREATE TABLE measures (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    notice TEXT NOT NULL REFERENCES notices (id),
    line INTEGER NOT NULL,
    last_line INTEGER NOT NULL,
    page INTEGER,
    number TEXT NOT NULL,
    section TEXT NOT NULL,
    title TEXT,
    text TEXT NOT NULL,
    leads TEXT NOT NULL,
    co_units TEXT NOT NULL,
    section_leads TEXT NOT NULL,
    unit_basis TEXT NOT NULL,
    deadline_raw TEXT,
    due TEXT,
    deadline_kind TEXT NOT NULL,
    milestones TEXT NOT NULL,
    validity_raw TEXT,
    validity_until TEXT,
    proposal_raw TEXT,
    proposal_due TEXT,
    class TEXT NOT NULL,
    indicators TEXT NOT NULL,
    columns TEXT NOT NULL,
    provenance TEXT NOT NULL,
    doubts TEXT NOT NULL,
    doubt_count INTEGER NOT NULL
) STRICT;
CREATE INDEX measures_of_notice ON measures (notice);

-- A body, or a collective as written, bound to a region: 市财政局 of one city is not that of another.
CREATE TABLE units (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    region TEXT NOT NULL DEFAULT '',
    UNIQUE (region, name)
) STRICT;

CREATE TABLE unit_aliases (
    id TEXT NOT NULL PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES units (id),
    region TEXT NOT NULL DEFAULT '',
    alias TEXT NOT NULL,
    UNIQUE (region, alias)
) STRICT;
CREATE INDEX unit_aliases_of_unit ON unit_aliases (unit);

CREATE TABLE tasks (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    notice TEXT NOT NULL REFERENCES notices (id),
    measure TEXT REFERENCES measures (id),
    number TEXT NOT NULL,
    title TEXT,
    text TEXT NOT NULL,
    deadline_raw TEXT,
    due TEXT,
    deadline_kind TEXT NOT NULL,
    status TEXT NOT NULL,
    doubt_count INTEGER NOT NULL
) STRICT;
CREATE INDEX tasks_of_notice ON tasks (notice);
CREATE INDEX tasks_of_measure ON tasks (measure);
CREATE INDEX tasks_by_due ON tasks (due, status);

CREATE TABLE task_units (
    id TEXT NOT NULL PRIMARY KEY,
    task TEXT NOT NULL REFERENCES tasks (id),
    unit TEXT NOT NULL REFERENCES units (id),
    role TEXT NOT NULL CHECK (role IN ('lead', 'co')),
    position INTEGER NOT NULL,
    written TEXT NOT NULL,
    UNIQUE (task, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_units_of_unit ON task_units (unit, role, task);

-- Overlapping pairs of characters, made by search/pairs.rs; rowid is notices.seq or tasks.seq.
CREATE VIRTUAL TABLE notice_index USING fts5 (pairs, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE task_index USING fts5 (pairs, content = '', contentless_delete = 1, tokenize = 'ascii');
