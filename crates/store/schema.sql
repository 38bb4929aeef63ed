-- Made from crates/store/migrations; see src/schema.rs. Do not edit.

CREATE TABLE changes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    operation TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT;

CREATE TABLE current_operation (
    id TEXT NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE fingerprint_hashes (
    hash INTEGER NOT NULL,
    notice INTEGER NOT NULL REFERENCES notices (seq) ON DELETE CASCADE,
    PRIMARY KEY (hash, notice)
) STRICT, WITHOUT ROWID;

CREATE TABLE fingerprints (
    notice INTEGER NOT NULL PRIMARY KEY REFERENCES notices (seq) ON DELETE CASCADE,
    hashes BLOB NOT NULL
) STRICT;

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
, people TEXT NOT NULL DEFAULT '{"leader":[],"responsible":[],"contact":[]}') STRICT;

CREATE VIRTUAL TABLE notice_index USING fts5 (pairs, content = '', contentless_delete = 1, tokenize = 'ascii');

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
, indicators TEXT NOT NULL DEFAULT '[]') STRICT;

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

CREATE TABLE settings (
    id TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
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

CREATE TABLE sources (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    imported_at TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE task_index USING fts5 (pairs, content = '', contentless_delete = 1, tokenize = 'ascii');

CREATE TABLE task_units (
    id TEXT NOT NULL PRIMARY KEY,
    task TEXT NOT NULL REFERENCES tasks (id),
    unit TEXT NOT NULL REFERENCES units (id),
    role TEXT NOT NULL CHECK (role IN ('lead', 'co')),
    position INTEGER NOT NULL,
    written TEXT NOT NULL,
    UNIQUE (task, unit)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE title_skeletons (
    notice INTEGER NOT NULL PRIMARY KEY REFERENCES notices (seq) ON DELETE CASCADE,
    skeleton TEXT
) STRICT;

CREATE TABLE unit_aliases (
    id TEXT NOT NULL PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES units (id),
    region TEXT NOT NULL DEFAULT '',
    alias TEXT NOT NULL, until TEXT,
    UNIQUE (region, alias)
) STRICT;

CREATE TABLE unit_distinctions (
    id TEXT NOT NULL PRIMARY KEY,
    one TEXT NOT NULL REFERENCES units (id),
    other TEXT NOT NULL REFERENCES units (id),
    UNIQUE (one, other),
    CHECK (one < other)
) STRICT, WITHOUT ROWID;

CREATE TABLE units (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    region TEXT NOT NULL DEFAULT '',
    UNIQUE (region, name)
) STRICT;

CREATE TABLE version_links (
    id TEXT NOT NULL PRIMARY KEY,
    older TEXT NOT NULL REFERENCES notices (id),
    newer TEXT NOT NULL REFERENCES notices (id),
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    set_by TEXT NOT NULL CHECK (set_by IN ('rule', 'person')),
    taken_off INTEGER NOT NULL,
    UNIQUE (older, newer),
    CHECK (older <> newer)
) STRICT, WITHOUT ROWID;

CREATE INDEX changes_of_operation ON changes (operation);

CREATE INDEX changes_of_row ON changes (row_id);

CREATE INDEX fingerprint_hashes_of_notice ON fingerprint_hashes (notice);

CREATE INDEX measures_of_notice ON measures (notice);

CREATE TRIGGER journal_measures_delete AFTER delete ON measures
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'delete', 'measures', OLD.id, json_object('seq', OLD.seq, 'id', OLD.id, 'notice', OLD.notice, 'line', OLD.line, 'last_line', OLD.last_line, 'page', OLD.page, 'number', OLD.number, 'section', OLD.section, 'title', OLD.title, 'text', OLD.text, 'leads', OLD.leads, 'co_units', OLD.co_units, 'section_leads', OLD.section_leads, 'unit_basis', OLD.unit_basis, 'deadline_raw', OLD.deadline_raw, 'due', OLD.due, 'deadline_kind', OLD.deadline_kind, 'milestones', OLD.milestones, 'validity_raw', OLD.validity_raw, 'validity_until', OLD.validity_until, 'proposal_raw', OLD.proposal_raw, 'proposal_due', OLD.proposal_due, 'class', OLD.class, 'indicators', OLD.indicators, 'columns', OLD.columns, 'provenance', OLD.provenance, 'doubts', OLD.doubts, 'doubt_count', OLD.doubt_count, 'people', OLD.people), NULL FROM current_operation;
END;

CREATE TRIGGER journal_measures_insert AFTER insert ON measures
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'insert', 'measures', NEW.id, NULL, NULL FROM current_operation;
END;

CREATE TRIGGER journal_measures_update AFTER update ON measures
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'update', 'measures', NEW.id, json_object('seq', OLD.seq, 'id', OLD.id, 'notice', OLD.notice, 'line', OLD.line, 'last_line', OLD.last_line, 'page', OLD.page, 'number', OLD.number, 'section', OLD.section, 'title', OLD.title, 'text', OLD.text, 'leads', OLD.leads, 'co_units', OLD.co_units, 'section_leads', OLD.section_leads, 'unit_basis', OLD.unit_basis, 'deadline_raw', OLD.deadline_raw, 'due', OLD.due, 'deadline_kind', OLD.deadline_kind, 'milestones', OLD.milestones, 'validity_raw', OLD.validity_raw, 'validity_until', OLD.validity_until, 'proposal_raw', OLD.proposal_raw, 'proposal_due', OLD.proposal_due, 'class', OLD.class, 'indicators', OLD.indicators, 'columns', OLD.columns, 'provenance', OLD.provenance, 'doubts', OLD.doubts, 'doubt_count', OLD.doubt_count, 'people', OLD.people), json_object('seq', NEW.seq, 'id', NEW.id, 'notice', NEW.notice, 'line', NEW.line, 'last_line', NEW.last_line, 'page', NEW.page, 'number', NEW.number, 'section', NEW.section, 'title', NEW.title, 'text', NEW.text, 'leads', NEW.leads, 'co_units', NEW.co_units, 'section_leads', NEW.section_leads, 'unit_basis', NEW.unit_basis, 'deadline_raw', NEW.deadline_raw, 'due', NEW.due, 'deadline_kind', NEW.deadline_kind, 'milestones', NEW.milestones, 'validity_raw', NEW.validity_raw, 'validity_until', NEW.validity_until, 'proposal_raw', NEW.proposal_raw, 'proposal_due', NEW.proposal_due, 'class', NEW.class, 'indicators', NEW.indicators, 'columns', NEW.columns, 'provenance', NEW.provenance, 'doubts', NEW.doubts, 'doubt_count', NEW.doubt_count, 'people', NEW.people) FROM current_operation;
END;

CREATE INDEX notices_duplicating ON notices (duplicate_of) WHERE duplicate_of IS NOT NULL;

CREATE INDEX notices_of_source ON notices (source, first_line);

CREATE TRIGGER journal_notices_delete AFTER delete ON notices
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'delete', 'notices', OLD.id, json_object('seq', OLD.seq, 'id', OLD.id, 'source', OLD.source, 'first_line', OLD.first_line, 'last_line', OLD.last_line, 'page', OLD.page, 'title', OLD.title, 'title_inferred', OLD.title_inferred, 'notice_title', OLD.notice_title, 'number', OLD.number, 'issuers', OLD.issuers, 'region', OLD.region, 'issued', OLD.issued, 'effective', OLD.effective, 'expires', OLD.expires, 'organizer', OLD.organizer, 'kind', OLD.kind, 'claims', OLD.claims, 'doubts', OLD.doubts, 'doubt_count', OLD.doubt_count, 'measure_count', OLD.measure_count, 'duplicate_of', OLD.duplicate_of, 'fuller_than', OLD.fuller_than, 'confirmed', OLD.confirmed, 'indicators', OLD.indicators), NULL FROM current_operation;
END;

CREATE TRIGGER journal_notices_insert AFTER insert ON notices
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'insert', 'notices', NEW.id, NULL, NULL FROM current_operation;
END;

CREATE TRIGGER journal_notices_update AFTER update ON notices
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'update', 'notices', NEW.id, json_object('seq', OLD.seq, 'id', OLD.id, 'source', OLD.source, 'first_line', OLD.first_line, 'last_line', OLD.last_line, 'page', OLD.page, 'title', OLD.title, 'title_inferred', OLD.title_inferred, 'notice_title', OLD.notice_title, 'number', OLD.number, 'issuers', OLD.issuers, 'region', OLD.region, 'issued', OLD.issued, 'effective', OLD.effective, 'expires', OLD.expires, 'organizer', OLD.organizer, 'kind', OLD.kind, 'claims', OLD.claims, 'doubts', OLD.doubts, 'doubt_count', OLD.doubt_count, 'measure_count', OLD.measure_count, 'duplicate_of', OLD.duplicate_of, 'fuller_than', OLD.fuller_than, 'confirmed', OLD.confirmed, 'indicators', OLD.indicators), json_object('seq', NEW.seq, 'id', NEW.id, 'source', NEW.source, 'first_line', NEW.first_line, 'last_line', NEW.last_line, 'page', NEW.page, 'title', NEW.title, 'title_inferred', NEW.title_inferred, 'notice_title', NEW.notice_title, 'number', NEW.number, 'issuers', NEW.issuers, 'region', NEW.region, 'issued', NEW.issued, 'effective', NEW.effective, 'expires', NEW.expires, 'organizer', NEW.organizer, 'kind', NEW.kind, 'claims', NEW.claims, 'doubts', NEW.doubts, 'doubt_count', NEW.doubt_count, 'measure_count', NEW.measure_count, 'duplicate_of', NEW.duplicate_of, 'fuller_than', NEW.fuller_than, 'confirmed', NEW.confirmed, 'indicators', NEW.indicators) FROM current_operation;
END;

CREATE TRIGGER journal_settings_delete AFTER delete ON settings
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'delete', 'settings', OLD.id, json_object('id', OLD.id, 'value', OLD.value), NULL FROM current_operation;
END;

CREATE TRIGGER journal_settings_insert AFTER insert ON settings
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'insert', 'settings', NEW.id, NULL, json_object('id', NEW.id, 'value', NEW.value) FROM current_operation;
END;

CREATE TRIGGER journal_settings_update AFTER update ON settings
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'update', 'settings', NEW.id, json_object('id', OLD.id, 'value', OLD.value), json_object('id', NEW.id, 'value', NEW.value) FROM current_operation;
END;

CREATE TRIGGER journal_sources_delete AFTER delete ON sources
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'delete', 'sources', OLD.id, json_object('seq', OLD.seq, 'id', OLD.id, 'name', OLD.name, 'sha256', OLD.sha256, 'size', OLD.size, 'imported_at', OLD.imported_at), NULL FROM current_operation;
END;

CREATE TRIGGER journal_sources_insert AFTER insert ON sources
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'insert', 'sources', NEW.id, NULL, json_object('seq', NEW.seq, 'id', NEW.id, 'name', NEW.name, 'sha256', NEW.sha256, 'size', NEW.size, 'imported_at', NEW.imported_at) FROM current_operation;
END;

CREATE TRIGGER journal_sources_update AFTER update ON sources
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'update', 'sources', NEW.id, json_object('seq', OLD.seq, 'id', OLD.id, 'name', OLD.name, 'sha256', OLD.sha256, 'size', OLD.size, 'imported_at', OLD.imported_at), json_object('seq', NEW.seq, 'id', NEW.id, 'name', NEW.name, 'sha256', NEW.sha256, 'size', NEW.size, 'imported_at', NEW.imported_at) FROM current_operation;
END;

CREATE INDEX task_units_of_unit ON task_units (unit, role, task);

CREATE TRIGGER journal_task_units_delete AFTER delete ON task_units
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'delete', 'task_units', OLD.id, json_object('id', OLD.id, 'task', OLD.task, 'unit', OLD.unit, 'role', OLD.role, 'position', OLD.position, 'written', OLD.written), NULL FROM current_operation;
END;

CREATE TRIGGER journal_task_units_insert AFTER insert ON task_units
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'insert', 'task_units', NEW.id, NULL, json_object('id', NEW.id, 'task', NEW.task, 'unit', NEW.unit, 'role', NEW.role, 'position', NEW.position, 'written', NEW.written) FROM current_operation;
END;

CREATE TRIGGER journal_task_units_update AFTER update ON task_units
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'update', 'task_units', NEW.id, json_object('id', OLD.id, 'task', OLD.task, 'unit', OLD.unit, 'role', OLD.role, 'position', OLD.position, 'written', OLD.written), json_object('id', NEW.id, 'task', NEW.task, 'unit', NEW.unit, 'role', NEW.role, 'position', NEW.position, 'written', NEW.written) FROM current_operation;
END;

CREATE INDEX tasks_by_due ON tasks (due, status);

CREATE INDEX tasks_of_measure ON tasks (measure);

CREATE INDEX tasks_of_notice ON tasks (notice);

CREATE TRIGGER journal_tasks_delete AFTER delete ON tasks
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'delete', 'tasks', OLD.id, json_object('seq', OLD.seq, 'id', OLD.id, 'notice', OLD.notice, 'measure', OLD.measure, 'number', OLD.number, 'title', OLD.title, 'text', OLD.text, 'deadline_raw', OLD.deadline_raw, 'due', OLD.due, 'deadline_kind', OLD.deadline_kind, 'status', OLD.status, 'doubt_count', OLD.doubt_count), NULL FROM current_operation;
END;

CREATE TRIGGER journal_tasks_insert AFTER insert ON tasks
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'insert', 'tasks', NEW.id, NULL, json_object('seq', NEW.seq, 'id', NEW.id, 'notice', NEW.notice, 'measure', NEW.measure, 'number', NEW.number, 'title', NEW.title, 'text', NEW.text, 'deadline_raw', NEW.deadline_raw, 'due', NEW.due, 'deadline_kind', NEW.deadline_kind, 'status', NEW.status, 'doubt_count', NEW.doubt_count) FROM current_operation;
END;

CREATE TRIGGER journal_tasks_update AFTER update ON tasks
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'update', 'tasks', NEW.id, json_object('seq', OLD.seq, 'id', OLD.id, 'notice', OLD.notice, 'measure', OLD.measure, 'number', OLD.number, 'title', OLD.title, 'text', OLD.text, 'deadline_raw', OLD.deadline_raw, 'due', OLD.due, 'deadline_kind', OLD.deadline_kind, 'status', OLD.status, 'doubt_count', OLD.doubt_count), json_object('seq', NEW.seq, 'id', NEW.id, 'notice', NEW.notice, 'measure', NEW.measure, 'number', NEW.number, 'title', NEW.title, 'text', NEW.text, 'deadline_raw', NEW.deadline_raw, 'due', NEW.due, 'deadline_kind', NEW.deadline_kind, 'status', NEW.status, 'doubt_count', NEW.doubt_count) FROM current_operation;
END;

CREATE INDEX title_skeletons_by_text ON title_skeletons (skeleton);

CREATE INDEX unit_aliases_of_unit ON unit_aliases (unit);

CREATE TRIGGER journal_unit_aliases_delete AFTER delete ON unit_aliases
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'delete', 'unit_aliases', OLD.id, json_object('id', OLD.id, 'unit', OLD.unit, 'region', OLD.region, 'alias', OLD.alias, 'until', OLD.until), NULL FROM current_operation;
END;

CREATE TRIGGER journal_unit_aliases_insert AFTER insert ON unit_aliases
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'insert', 'unit_aliases', NEW.id, NULL, json_object('id', NEW.id, 'unit', NEW.unit, 'region', NEW.region, 'alias', NEW.alias, 'until', NEW.until) FROM current_operation;
END;

CREATE TRIGGER journal_unit_aliases_update AFTER update ON unit_aliases
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'update', 'unit_aliases', NEW.id, json_object('id', OLD.id, 'unit', OLD.unit, 'region', OLD.region, 'alias', OLD.alias, 'until', OLD.until), json_object('id', NEW.id, 'unit', NEW.unit, 'region', NEW.region, 'alias', NEW.alias, 'until', NEW.until) FROM current_operation;
END;

CREATE TRIGGER journal_unit_distinctions_delete AFTER delete ON unit_distinctions
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'delete', 'unit_distinctions', OLD.id, json_object('id', OLD.id, 'one', OLD.one, 'other', OLD.other), NULL FROM current_operation;
END;

CREATE TRIGGER journal_unit_distinctions_insert AFTER insert ON unit_distinctions
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'insert', 'unit_distinctions', NEW.id, NULL, json_object('id', NEW.id, 'one', NEW.one, 'other', NEW.other) FROM current_operation;
END;

CREATE TRIGGER journal_unit_distinctions_update AFTER update ON unit_distinctions
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'update', 'unit_distinctions', NEW.id, json_object('id', OLD.id, 'one', OLD.one, 'other', OLD.other), json_object('id', NEW.id, 'one', NEW.one, 'other', NEW.other) FROM current_operation;
END;

CREATE TRIGGER journal_units_delete AFTER delete ON units
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'delete', 'units', OLD.id, json_object('seq', OLD.seq, 'id', OLD.id, 'name', OLD.name, 'region', OLD.region), NULL FROM current_operation;
END;

CREATE TRIGGER journal_units_insert AFTER insert ON units
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'insert', 'units', NEW.id, NULL, json_object('seq', NEW.seq, 'id', NEW.id, 'name', NEW.name, 'region', NEW.region) FROM current_operation;
END;

CREATE TRIGGER journal_units_update AFTER update ON units
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'update', 'units', NEW.id, json_object('seq', OLD.seq, 'id', OLD.id, 'name', OLD.name, 'region', OLD.region), json_object('seq', NEW.seq, 'id', NEW.id, 'name', NEW.name, 'region', NEW.region) FROM current_operation;
END;

CREATE INDEX version_links_of_newer ON version_links (newer);

CREATE TRIGGER journal_version_links_delete AFTER delete ON version_links
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'delete', 'version_links', OLD.id, json_object('id', OLD.id, 'older', OLD.older, 'newer', OLD.newer, 'kind', OLD.kind, 'reason', OLD.reason, 'set_by', OLD.set_by, 'taken_off', OLD.taken_off), NULL FROM current_operation;
END;

CREATE TRIGGER journal_version_links_insert AFTER insert ON version_links
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'insert', 'version_links', NEW.id, NULL, json_object('id', NEW.id, 'older', NEW.older, 'newer', NEW.newer, 'kind', NEW.kind, 'reason', NEW.reason, 'set_by', NEW.set_by, 'taken_off', NEW.taken_off) FROM current_operation;
END;

CREATE TRIGGER journal_version_links_update AFTER update ON version_links
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, 'update', 'version_links', NEW.id, json_object('id', OLD.id, 'older', OLD.older, 'newer', OLD.newer, 'kind', OLD.kind, 'reason', OLD.reason, 'set_by', OLD.set_by, 'taken_off', OLD.taken_off), json_object('id', NEW.id, 'older', NEW.older, 'newer', NEW.newer, 'kind', NEW.kind, 'reason', NEW.reason, 'set_by', NEW.set_by, 'taken_off', NEW.taken_off) FROM current_operation;
END;
