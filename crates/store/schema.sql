-- Made from crates/store/migrations; see src/schema.rs. Do not edit.

CREATE TABLE changes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    operation INTEGER NOT NULL REFERENCES operations (id),
    action TEXT NOT NULL CHECK (action IN ('+', '~', '-')),
    place INTEGER NOT NULL REFERENCES recorded_tables (number),
    row INTEGER NOT NULL,
    task INTEGER,
    before TEXT
) STRICT;

CREATE TABLE contents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    packed BLOB NOT NULL
, beside INTEGER REFERENCES contents (id)) STRICT;

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

CREATE TABLE current_operation (
    id INTEGER NOT NULL PRIMARY KEY
) STRICT;

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

CREATE TABLE doubt_states (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    notice INTEGER NOT NULL REFERENCES notices (id),
    measure INTEGER NOT NULL,
    field TEXT NOT NULL,
    rule TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('accepted', 'corrected', 'dismissed')),
    actor TEXT NOT NULL,
    at TEXT NOT NULL, doubts INTEGER NOT NULL DEFAULT 1,
    UNIQUE (notice, measure, field, rule)
) STRICT;

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

CREATE TABLE fingerprint_hashes (
    hash INTEGER NOT NULL,
    notice INTEGER NOT NULL,
    PRIMARY KEY (hash, notice)
) STRICT, WITHOUT ROWID;

CREATE TABLE fingerprints (
    notice INTEGER NOT NULL PRIMARY KEY,
    hashes BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE notice_index USING fts5 (pairs, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

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

CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    unit INTEGER REFERENCES units (id),
    post TEXT NOT NULL DEFAULT '',
    telephone TEXT NOT NULL DEFAULT ''
) STRICT;

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
, replaces INTEGER REFERENCES progress_entries (id)) STRICT;

CREATE TABLE purges (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    operation INTEGER NOT NULL REFERENCES operations (id),
    files INTEGER NOT NULL,
    notices INTEGER NOT NULL,
    tasks INTEGER NOT NULL,
    -- The last seal before it: all seals were made anew, for what they covered is gone.
    seal_before BLOB
) STRICT;

CREATE TABLE recognitions (
    id INTEGER PRIMARY KEY,
    notice INTEGER NOT NULL REFERENCES notices (id),
    hashes_before BLOB,
    hashes_after BLOB,
    title_key_before TEXT,
    title_key_after TEXT
) STRICT;

CREATE TABLE recorded_tables (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE review_drafts (
    notice INTEGER NOT NULL REFERENCES notices (id) ON DELETE CASCADE,
    measure INTEGER NOT NULL,
    said TEXT NOT NULL,
    PRIMARY KEY (notice, measure)
) STRICT, WITHOUT ROWID;

CREATE TABLE seals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    last_change INTEGER NOT NULL UNIQUE,
    -- A hash over the summaries of its operations as they were then: an operation in several transactions changes its own.
    summaries BLOB NOT NULL,
    seal BLOB NOT NULL
) STRICT;

CREATE TABLE settings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE sources (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    content INTEGER NOT NULL UNIQUE REFERENCES contents (id),
    lines INTEGER NOT NULL REFERENCES contents (id),
    reader TEXT NOT NULL,
    imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE stages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    task INTEGER NOT NULL REFERENCES tasks (id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    due TEXT,
    reached TEXT
) STRICT;

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

CREATE VIRTUAL TABLE task_index USING fts5 (pairs, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

CREATE TABLE task_origins (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL UNIQUE REFERENCES tasks (id),
    kind TEXT NOT NULL CHECK (kind IN ('instruction', 'meeting', 'hand')),
    words TEXT NOT NULL DEFAULT '',
    person TEXT NOT NULL DEFAULT '',
    day TEXT
) STRICT;

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

CREATE TABLE task_successions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL REFERENCES tasks (id),
    successor INTEGER NOT NULL REFERENCES tasks (id),
    kind TEXT NOT NULL CHECK (kind IN ('merged', 'superseded')),
    happened TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '', carries_progress INTEGER NOT NULL DEFAULT 0,
    CHECK (task <> successor)
) STRICT;

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

CREATE TABLE title_keys (
    notice INTEGER NOT NULL PRIMARY KEY,
    title_key TEXT
) STRICT;

CREATE TABLE unit_aliases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit INTEGER NOT NULL REFERENCES units (id),
    region TEXT NOT NULL DEFAULT '',
    alias TEXT NOT NULL,
    -- The month in which a former name ended: in notices of later days it means somebody else, or is a slip for a person.
    until TEXT,
    UNIQUE (region, alias)
) STRICT;

CREATE TABLE unit_distinctions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    one INTEGER NOT NULL REFERENCES units (id),
    other INTEGER NOT NULL REFERENCES units (id),
    UNIQUE (one, other),
    CHECK (one < other)
) STRICT;

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

CREATE TABLE unit_figures (
    unit INTEGER NOT NULL,
    role TEXT NOT NULL,
    region TEXT NOT NULL,
    status TEXT NOT NULL,
    due TEXT NOT NULL,
    tasks INTEGER NOT NULL,
    PRIMARY KEY (unit, role, region, status, due)
) STRICT, WITHOUT ROWID;

CREATE TABLE units (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    region TEXT NOT NULL DEFAULT '',
    UNIQUE (region, name)
) STRICT;

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

CREATE TABLE year_figures (
    unit INTEGER NOT NULL,
    role TEXT NOT NULL,
    region TEXT NOT NULL,
    status TEXT NOT NULL,
    -- Of the due day; empty for none.
    year TEXT NOT NULL,
    tasks INTEGER NOT NULL,
    PRIMARY KEY (unit, role, region, status, year)
) STRICT, WITHOUT ROWID;

CREATE INDEX changes_of_operation ON changes (operation);

CREATE INDEX changes_of_row ON changes (row, place) WHERE action <> '+' OR task IS NULL;

CREATE INDEX changes_of_task ON changes (task) WHERE task IS NOT NULL;

CREATE INDEX contents_beside ON contents (beside) WHERE beside IS NOT NULL;

CREATE TRIGGER journal_corrections_delete AFTER delete ON corrections 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 1, OLD.id, NULL, json_object('id', OLD.id, 'uid', hex(OLD.uid), 'notice', OLD.notice, 'measure', OLD.measure, 'field', OLD.field, 'old', OLD.old, 'new', OLD.new, 'actor', OLD.actor, 'at', OLD.at) FROM current_operation;
END;

CREATE TRIGGER journal_corrections_insert AFTER insert ON corrections 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 1, NEW.id, NULL, NULL FROM current_operation;
END;

CREATE TRIGGER journal_corrections_update AFTER update ON corrections WHEN OLD.id IS NOT NEW.id OR OLD.uid IS NOT NEW.uid OR OLD.notice IS NOT NEW.notice OR OLD.measure IS NOT NEW.measure OR OLD.field IS NOT NEW.field OR OLD.old IS NOT NEW.old OR OLD.new IS NOT NEW.new OR OLD.actor IS NOT NEW.actor OR OLD.at IS NOT NEW.at 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 1, NEW.id, NULL, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'uid' AS name, hex(OLD.uid) AS value WHERE OLD.uid IS NOT NEW.uid UNION ALL SELECT 'notice' AS name, OLD.notice AS value WHERE OLD.notice IS NOT NEW.notice UNION ALL SELECT 'measure' AS name, OLD.measure AS value WHERE OLD.measure IS NOT NEW.measure UNION ALL SELECT 'field' AS name, OLD.field AS value WHERE OLD.field IS NOT NEW.field UNION ALL SELECT 'old' AS name, OLD.old AS value WHERE OLD.old IS NOT NEW.old UNION ALL SELECT 'new' AS name, OLD.new AS value WHERE OLD.new IS NOT NEW.new UNION ALL SELECT 'actor' AS name, OLD.actor AS value WHERE OLD.actor IS NOT NEW.actor UNION ALL SELECT 'at' AS name, OLD.at AS value WHERE OLD.at IS NOT NEW.at)) FROM current_operation;
END;

CREATE INDEX deadline_events_by_day ON deadline_events (happened);

CREATE INDEX deadline_events_of_task ON deadline_events (task, happened);

CREATE TRIGGER journal_deadline_events_delete AFTER delete ON deadline_events 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 24, OLD.id, OLD.task, json_object('id', OLD.id, 'task', OLD.task, 'before_raw', OLD.before_raw, 'before_due', OLD.before_due, 'before_kind', OLD.before_kind, 'after_raw', OLD.after_raw, 'after_due', OLD.after_due, 'after_kind', OLD.after_kind, 'happened', OLD.happened, 'recorded_at', OLD.recorded_at, 'actor', OLD.actor, 'reason', OLD.reason) FROM current_operation;
END;

CREATE TRIGGER journal_deadline_events_insert AFTER insert ON deadline_events 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 24, NEW.id, NEW.task, NULL FROM current_operation;
END;

CREATE TRIGGER journal_deadline_events_update AFTER update ON deadline_events WHEN OLD.id IS NOT NEW.id OR OLD.task IS NOT NEW.task OR OLD.before_raw IS NOT NEW.before_raw OR OLD.before_due IS NOT NEW.before_due OR OLD.before_kind IS NOT NEW.before_kind OR OLD.after_raw IS NOT NEW.after_raw OR OLD.after_due IS NOT NEW.after_due OR OLD.after_kind IS NOT NEW.after_kind OR OLD.happened IS NOT NEW.happened OR OLD.recorded_at IS NOT NEW.recorded_at OR OLD.actor IS NOT NEW.actor OR OLD.reason IS NOT NEW.reason 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 24, NEW.id, NEW.task, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'task' AS name, OLD.task AS value WHERE OLD.task IS NOT NEW.task UNION ALL SELECT 'before_raw' AS name, OLD.before_raw AS value WHERE OLD.before_raw IS NOT NEW.before_raw UNION ALL SELECT 'before_due' AS name, OLD.before_due AS value WHERE OLD.before_due IS NOT NEW.before_due UNION ALL SELECT 'before_kind' AS name, OLD.before_kind AS value WHERE OLD.before_kind IS NOT NEW.before_kind UNION ALL SELECT 'after_raw' AS name, OLD.after_raw AS value WHERE OLD.after_raw IS NOT NEW.after_raw UNION ALL SELECT 'after_due' AS name, OLD.after_due AS value WHERE OLD.after_due IS NOT NEW.after_due UNION ALL SELECT 'after_kind' AS name, OLD.after_kind AS value WHERE OLD.after_kind IS NOT NEW.after_kind UNION ALL SELECT 'happened' AS name, OLD.happened AS value WHERE OLD.happened IS NOT NEW.happened UNION ALL SELECT 'recorded_at' AS name, OLD.recorded_at AS value WHERE OLD.recorded_at IS NOT NEW.recorded_at UNION ALL SELECT 'actor' AS name, OLD.actor AS value WHERE OLD.actor IS NOT NEW.actor UNION ALL SELECT 'reason' AS name, OLD.reason AS value WHERE OLD.reason IS NOT NEW.reason)) FROM current_operation;
END;

CREATE TRIGGER journal_doubt_states_delete AFTER delete ON doubt_states 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 2, OLD.id, NULL, json_object('id', OLD.id, 'notice', OLD.notice, 'measure', OLD.measure, 'field', OLD.field, 'rule', OLD.rule, 'state', OLD.state, 'actor', OLD.actor, 'at', OLD.at, 'doubts', OLD.doubts) FROM current_operation;
END;

CREATE TRIGGER journal_doubt_states_insert AFTER insert ON doubt_states 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 2, NEW.id, NULL, NULL FROM current_operation;
END;

CREATE TRIGGER journal_doubt_states_update AFTER update ON doubt_states WHEN OLD.id IS NOT NEW.id OR OLD.notice IS NOT NEW.notice OR OLD.measure IS NOT NEW.measure OR OLD.field IS NOT NEW.field OR OLD.rule IS NOT NEW.rule OR OLD.state IS NOT NEW.state OR OLD.actor IS NOT NEW.actor OR OLD.at IS NOT NEW.at OR OLD.doubts IS NOT NEW.doubts 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 2, NEW.id, NULL, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'notice' AS name, OLD.notice AS value WHERE OLD.notice IS NOT NEW.notice UNION ALL SELECT 'measure' AS name, OLD.measure AS value WHERE OLD.measure IS NOT NEW.measure UNION ALL SELECT 'field' AS name, OLD.field AS value WHERE OLD.field IS NOT NEW.field UNION ALL SELECT 'rule' AS name, OLD.rule AS value WHERE OLD.rule IS NOT NEW.rule UNION ALL SELECT 'state' AS name, OLD.state AS value WHERE OLD.state IS NOT NEW.state UNION ALL SELECT 'actor' AS name, OLD.actor AS value WHERE OLD.actor IS NOT NEW.actor UNION ALL SELECT 'at' AS name, OLD.at AS value WHERE OLD.at IS NOT NEW.at UNION ALL SELECT 'doubts' AS name, OLD.doubts AS value WHERE OLD.doubts IS NOT NEW.doubts)) FROM current_operation;
END;

CREATE INDEX duties_of_task ON duties (task, happened);

CREATE TRIGGER journal_duties_delete AFTER delete ON duties 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 25, OLD.id, OLD.task, json_object('id', OLD.id, 'task', OLD.task, 'rule', OLD.rule, 'begins', OLD.begins, 'ends', OLD.ends, 'is_read', OLD.is_read, 'happened', OLD.happened, 'recorded_at', OLD.recorded_at, 'actor', OLD.actor, 'reason', OLD.reason) FROM current_operation;
END;

CREATE TRIGGER journal_duties_insert AFTER insert ON duties 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 25, NEW.id, NEW.task, NULL FROM current_operation;
END;

CREATE TRIGGER journal_duties_update AFTER update ON duties WHEN OLD.id IS NOT NEW.id OR OLD.task IS NOT NEW.task OR OLD.rule IS NOT NEW.rule OR OLD.begins IS NOT NEW.begins OR OLD.ends IS NOT NEW.ends OR OLD.is_read IS NOT NEW.is_read OR OLD.happened IS NOT NEW.happened OR OLD.recorded_at IS NOT NEW.recorded_at OR OLD.actor IS NOT NEW.actor OR OLD.reason IS NOT NEW.reason 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 25, NEW.id, NEW.task, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'task' AS name, OLD.task AS value WHERE OLD.task IS NOT NEW.task UNION ALL SELECT 'rule' AS name, OLD.rule AS value WHERE OLD.rule IS NOT NEW.rule UNION ALL SELECT 'begins' AS name, OLD.begins AS value WHERE OLD.begins IS NOT NEW.begins UNION ALL SELECT 'ends' AS name, OLD.ends AS value WHERE OLD.ends IS NOT NEW.ends UNION ALL SELECT 'is_read' AS name, OLD.is_read AS value WHERE OLD.is_read IS NOT NEW.is_read UNION ALL SELECT 'happened' AS name, OLD.happened AS value WHERE OLD.happened IS NOT NEW.happened UNION ALL SELECT 'recorded_at' AS name, OLD.recorded_at AS value WHERE OLD.recorded_at IS NOT NEW.recorded_at UNION ALL SELECT 'actor' AS name, OLD.actor AS value WHERE OLD.actor IS NOT NEW.actor UNION ALL SELECT 'reason' AS name, OLD.reason AS value WHERE OLD.reason IS NOT NEW.reason)) FROM current_operation;
END;

CREATE INDEX evidence_files_of_content ON evidence_files (content);

CREATE INDEX evidence_files_of_progress ON evidence_files (progress);

CREATE INDEX evidence_files_of_task ON evidence_files (task);

CREATE TRIGGER journal_evidence_files_delete AFTER delete ON evidence_files 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 26, OLD.id, OLD.task, json_object('id', OLD.id, 'uid', hex(OLD.uid), 'task', OLD.task, 'progress', OLD.progress, 'name', OLD.name, 'content', OLD.content, 'recorded_at', OLD.recorded_at, 'actor', OLD.actor) FROM current_operation;
END;

CREATE TRIGGER journal_evidence_files_insert AFTER insert ON evidence_files 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 26, NEW.id, NEW.task, NULL FROM current_operation;
END;

CREATE TRIGGER journal_evidence_files_update AFTER update ON evidence_files WHEN OLD.id IS NOT NEW.id OR OLD.uid IS NOT NEW.uid OR OLD.task IS NOT NEW.task OR OLD.progress IS NOT NEW.progress OR OLD.name IS NOT NEW.name OR OLD.content IS NOT NEW.content OR OLD.recorded_at IS NOT NEW.recorded_at OR OLD.actor IS NOT NEW.actor 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 26, NEW.id, NEW.task, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'uid' AS name, hex(OLD.uid) AS value WHERE OLD.uid IS NOT NEW.uid UNION ALL SELECT 'task' AS name, OLD.task AS value WHERE OLD.task IS NOT NEW.task UNION ALL SELECT 'progress' AS name, OLD.progress AS value WHERE OLD.progress IS NOT NEW.progress UNION ALL SELECT 'name' AS name, OLD.name AS value WHERE OLD.name IS NOT NEW.name UNION ALL SELECT 'content' AS name, OLD.content AS value WHERE OLD.content IS NOT NEW.content UNION ALL SELECT 'recorded_at' AS name, OLD.recorded_at AS value WHERE OLD.recorded_at IS NOT NEW.recorded_at UNION ALL SELECT 'actor' AS name, OLD.actor AS value WHERE OLD.actor IS NOT NEW.actor)) FROM current_operation;
END;

CREATE INDEX notices_by_issue ON notices (issued);

CREATE INDEX notices_by_measures ON notices (measure_count);

CREATE INDEX notices_counted ON notices (
    duplicate_of, confirmed, measure_count, region, issued, doubt_count, measure_doubt_count
);

CREATE INDEX notices_duplicating ON notices (duplicate_of) WHERE duplicate_of IS NOT NULL;

CREATE INDEX notices_listed ON notices (
    duplicate_of, confirmed, measure_count, region, issued, title, notice_title, number, issuers, doubt_count,
    measure_doubt_count
);

CREATE INDEX notices_of_region ON notices (region);

CREATE INDEX notices_of_source ON notices (source, first_line);

CREATE INDEX notices_unconfirmed ON notices (id) WHERE confirmed = 0 AND measure_count > 0;

CREATE TRIGGER journal_notices_delete AFTER delete ON notices 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 3, OLD.id, NULL, json_object('id', OLD.id, 'uid', hex(OLD.uid), 'source', OLD.source, 'first_line', OLD.first_line, 'last_line', OLD.last_line, 'page', OLD.page, 'title', OLD.title, 'title_inferred', OLD.title_inferred, 'notice_title', OLD.notice_title, 'number', OLD.number, 'issuers', OLD.issuers, 'region', OLD.region, 'issued', OLD.issued, 'effective', OLD.effective, 'expires', OLD.expires, 'organizer', OLD.organizer, 'kind', OLD.kind, 'indicators', OLD.indicators, 'claims', OLD.claims, 'doubts', OLD.doubts, 'doubt_count', OLD.doubt_count, 'measure_count', OLD.measure_count, 'measure_doubt_count', OLD.measure_doubt_count, 'reading', OLD.reading, 'duplicate_of', OLD.duplicate_of, 'fuller_than', OLD.fuller_than, 'confirmed', OLD.confirmed) FROM current_operation;
END;

CREATE TRIGGER journal_notices_insert AFTER insert ON notices 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 3, NEW.id, NULL, NULL FROM current_operation;
END;

CREATE TRIGGER journal_notices_update AFTER update ON notices WHEN OLD.id IS NOT NEW.id OR OLD.uid IS NOT NEW.uid OR OLD.source IS NOT NEW.source OR OLD.first_line IS NOT NEW.first_line OR OLD.last_line IS NOT NEW.last_line OR OLD.page IS NOT NEW.page OR OLD.title IS NOT NEW.title OR OLD.title_inferred IS NOT NEW.title_inferred OR OLD.notice_title IS NOT NEW.notice_title OR OLD.number IS NOT NEW.number OR OLD.issuers IS NOT NEW.issuers OR OLD.region IS NOT NEW.region OR OLD.issued IS NOT NEW.issued OR OLD.effective IS NOT NEW.effective OR OLD.expires IS NOT NEW.expires OR OLD.organizer IS NOT NEW.organizer OR OLD.kind IS NOT NEW.kind OR OLD.indicators IS NOT NEW.indicators OR OLD.claims IS NOT NEW.claims OR OLD.doubts IS NOT NEW.doubts OR OLD.doubt_count IS NOT NEW.doubt_count OR OLD.measure_count IS NOT NEW.measure_count OR OLD.measure_doubt_count IS NOT NEW.measure_doubt_count OR OLD.reading IS NOT NEW.reading OR OLD.duplicate_of IS NOT NEW.duplicate_of OR OLD.fuller_than IS NOT NEW.fuller_than OR OLD.confirmed IS NOT NEW.confirmed 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 3, NEW.id, NULL, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'uid' AS name, hex(OLD.uid) AS value WHERE OLD.uid IS NOT NEW.uid UNION ALL SELECT 'source' AS name, OLD.source AS value WHERE OLD.source IS NOT NEW.source UNION ALL SELECT 'first_line' AS name, OLD.first_line AS value WHERE OLD.first_line IS NOT NEW.first_line UNION ALL SELECT 'last_line' AS name, OLD.last_line AS value WHERE OLD.last_line IS NOT NEW.last_line UNION ALL SELECT 'page' AS name, OLD.page AS value WHERE OLD.page IS NOT NEW.page UNION ALL SELECT 'title' AS name, OLD.title AS value WHERE OLD.title IS NOT NEW.title UNION ALL SELECT 'title_inferred' AS name, OLD.title_inferred AS value WHERE OLD.title_inferred IS NOT NEW.title_inferred UNION ALL SELECT 'notice_title' AS name, OLD.notice_title AS value WHERE OLD.notice_title IS NOT NEW.notice_title UNION ALL SELECT 'number' AS name, OLD.number AS value WHERE OLD.number IS NOT NEW.number UNION ALL SELECT 'issuers' AS name, OLD.issuers AS value WHERE OLD.issuers IS NOT NEW.issuers UNION ALL SELECT 'region' AS name, OLD.region AS value WHERE OLD.region IS NOT NEW.region UNION ALL SELECT 'issued' AS name, OLD.issued AS value WHERE OLD.issued IS NOT NEW.issued UNION ALL SELECT 'effective' AS name, OLD.effective AS value WHERE OLD.effective IS NOT NEW.effective UNION ALL SELECT 'expires' AS name, OLD.expires AS value WHERE OLD.expires IS NOT NEW.expires UNION ALL SELECT 'organizer' AS name, OLD.organizer AS value WHERE OLD.organizer IS NOT NEW.organizer UNION ALL SELECT 'kind' AS name, OLD.kind AS value WHERE OLD.kind IS NOT NEW.kind UNION ALL SELECT 'indicators' AS name, OLD.indicators AS value WHERE OLD.indicators IS NOT NEW.indicators UNION ALL SELECT 'claims' AS name, OLD.claims AS value WHERE OLD.claims IS NOT NEW.claims UNION ALL SELECT 'doubts' AS name, OLD.doubts AS value WHERE OLD.doubts IS NOT NEW.doubts UNION ALL SELECT 'doubt_count' AS name, OLD.doubt_count AS value WHERE OLD.doubt_count IS NOT NEW.doubt_count UNION ALL SELECT 'measure_count' AS name, OLD.measure_count AS value WHERE OLD.measure_count IS NOT NEW.measure_count UNION ALL SELECT 'measure_doubt_count' AS name, OLD.measure_doubt_count AS value WHERE OLD.measure_doubt_count IS NOT NEW.measure_doubt_count UNION ALL SELECT 'reading' AS name, OLD.reading AS value WHERE OLD.reading IS NOT NEW.reading UNION ALL SELECT 'duplicate_of' AS name, OLD.duplicate_of AS value WHERE OLD.duplicate_of IS NOT NEW.duplicate_of UNION ALL SELECT 'fuller_than' AS name, OLD.fuller_than AS value WHERE OLD.fuller_than IS NOT NEW.fuller_than UNION ALL SELECT 'confirmed' AS name, OLD.confirmed AS value WHERE OLD.confirmed IS NOT NEW.confirmed)) FROM current_operation;
END;

CREATE INDEX occurrences_by_day ON occurrences (happened);

CREATE TRIGGER journal_occurrences_delete AFTER delete ON occurrences 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 27, OLD.id, OLD.task, json_object('id', OLD.id, 'task', OLD.task, 'period', OLD.period, 'due', OLD.due, 'state', OLD.state, 'progress', OLD.progress, 'happened', OLD.happened, 'recorded_at', OLD.recorded_at, 'actor', OLD.actor, 'reason', OLD.reason) FROM current_operation;
END;

CREATE TRIGGER journal_occurrences_insert AFTER insert ON occurrences 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 27, NEW.id, NEW.task, NULL FROM current_operation;
END;

CREATE TRIGGER journal_occurrences_update AFTER update ON occurrences WHEN OLD.id IS NOT NEW.id OR OLD.task IS NOT NEW.task OR OLD.period IS NOT NEW.period OR OLD.due IS NOT NEW.due OR OLD.state IS NOT NEW.state OR OLD.progress IS NOT NEW.progress OR OLD.happened IS NOT NEW.happened OR OLD.recorded_at IS NOT NEW.recorded_at OR OLD.actor IS NOT NEW.actor OR OLD.reason IS NOT NEW.reason 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 27, NEW.id, NEW.task, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'task' AS name, OLD.task AS value WHERE OLD.task IS NOT NEW.task UNION ALL SELECT 'period' AS name, OLD.period AS value WHERE OLD.period IS NOT NEW.period UNION ALL SELECT 'due' AS name, OLD.due AS value WHERE OLD.due IS NOT NEW.due UNION ALL SELECT 'state' AS name, OLD.state AS value WHERE OLD.state IS NOT NEW.state UNION ALL SELECT 'progress' AS name, OLD.progress AS value WHERE OLD.progress IS NOT NEW.progress UNION ALL SELECT 'happened' AS name, OLD.happened AS value WHERE OLD.happened IS NOT NEW.happened UNION ALL SELECT 'recorded_at' AS name, OLD.recorded_at AS value WHERE OLD.recorded_at IS NOT NEW.recorded_at UNION ALL SELECT 'actor' AS name, OLD.actor AS value WHERE OLD.actor IS NOT NEW.actor UNION ALL SELECT 'reason' AS name, OLD.reason AS value WHERE OLD.reason IS NOT NEW.reason)) FROM current_operation;
END;

CREATE INDEX operations_undoing ON operations (undoes) WHERE undoes IS NOT NULL;

CREATE INDEX people_by_name ON people (name);

CREATE TRIGGER journal_people_delete AFTER delete ON people 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 28, OLD.id, NULL, json_object('id', OLD.id, 'uid', hex(OLD.uid), 'name', OLD.name, 'unit', OLD.unit, 'post', OLD.post, 'telephone', OLD.telephone) FROM current_operation;
END;

CREATE TRIGGER journal_people_insert AFTER insert ON people 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 28, NEW.id, NULL, NULL FROM current_operation;
END;

CREATE TRIGGER journal_people_update AFTER update ON people WHEN OLD.id IS NOT NEW.id OR OLD.uid IS NOT NEW.uid OR OLD.name IS NOT NEW.name OR OLD.unit IS NOT NEW.unit OR OLD.post IS NOT NEW.post OR OLD.telephone IS NOT NEW.telephone 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 28, NEW.id, NULL, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'uid' AS name, hex(OLD.uid) AS value WHERE OLD.uid IS NOT NEW.uid UNION ALL SELECT 'name' AS name, OLD.name AS value WHERE OLD.name IS NOT NEW.name UNION ALL SELECT 'unit' AS name, OLD.unit AS value WHERE OLD.unit IS NOT NEW.unit UNION ALL SELECT 'post' AS name, OLD.post AS value WHERE OLD.post IS NOT NEW.post UNION ALL SELECT 'telephone' AS name, OLD.telephone AS value WHERE OLD.telephone IS NOT NEW.telephone)) FROM current_operation;
END;

CREATE INDEX people_events_by_day ON people_events (happened);

CREATE INDEX people_events_of_task ON people_events (task, role, happened);

CREATE TRIGGER journal_people_events_delete AFTER delete ON people_events 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 29, OLD.id, OLD.task, json_object('id', OLD.id, 'task', OLD.task, 'role', OLD.role, 'before', OLD.before, 'after', OLD.after, 'happened', OLD.happened, 'recorded_at', OLD.recorded_at, 'actor', OLD.actor, 'reason', OLD.reason) FROM current_operation;
END;

CREATE TRIGGER journal_people_events_insert AFTER insert ON people_events 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 29, NEW.id, NEW.task, NULL FROM current_operation;
END;

CREATE TRIGGER journal_people_events_update AFTER update ON people_events WHEN OLD.id IS NOT NEW.id OR OLD.task IS NOT NEW.task OR OLD.role IS NOT NEW.role OR OLD.before IS NOT NEW.before OR OLD.after IS NOT NEW.after OR OLD.happened IS NOT NEW.happened OR OLD.recorded_at IS NOT NEW.recorded_at OR OLD.actor IS NOT NEW.actor OR OLD.reason IS NOT NEW.reason 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 29, NEW.id, NEW.task, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'task' AS name, OLD.task AS value WHERE OLD.task IS NOT NEW.task UNION ALL SELECT 'role' AS name, OLD.role AS value WHERE OLD.role IS NOT NEW.role UNION ALL SELECT 'before' AS name, OLD.before AS value WHERE OLD.before IS NOT NEW.before UNION ALL SELECT 'after' AS name, OLD.after AS value WHERE OLD.after IS NOT NEW.after UNION ALL SELECT 'happened' AS name, OLD.happened AS value WHERE OLD.happened IS NOT NEW.happened UNION ALL SELECT 'recorded_at' AS name, OLD.recorded_at AS value WHERE OLD.recorded_at IS NOT NEW.recorded_at UNION ALL SELECT 'actor' AS name, OLD.actor AS value WHERE OLD.actor IS NOT NEW.actor UNION ALL SELECT 'reason' AS name, OLD.reason AS value WHERE OLD.reason IS NOT NEW.reason)) FROM current_operation;
END;

CREATE INDEX progress_entries_by_day ON progress_entries (happened, id);

CREATE INDEX progress_entries_of_task ON progress_entries (task, happened);

CREATE UNIQUE INDEX progress_entries_replaced ON progress_entries (replaces) WHERE replaces IS NOT NULL;

CREATE TRIGGER journal_progress_entries_delete AFTER delete ON progress_entries 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 30, OLD.id, OLD.task, json_object('id', OLD.id, 'uid', hex(OLD.uid), 'task', OLD.task, 'unit', OLD.unit, 'text', OLD.text, 'difficulty', OLD.difficulty, 'next_step', OLD.next_step, 'share', OLD.share, 'happened', OLD.happened, 'recorded_at', OLD.recorded_at, 'actor', OLD.actor, 'replaces', OLD.replaces) FROM current_operation;
END;

CREATE TRIGGER journal_progress_entries_insert AFTER insert ON progress_entries 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 30, NEW.id, NEW.task, NULL FROM current_operation;
END;

CREATE TRIGGER journal_progress_entries_update AFTER update ON progress_entries WHEN OLD.id IS NOT NEW.id OR OLD.uid IS NOT NEW.uid OR OLD.task IS NOT NEW.task OR OLD.unit IS NOT NEW.unit OR OLD.text IS NOT NEW.text OR OLD.difficulty IS NOT NEW.difficulty OR OLD.next_step IS NOT NEW.next_step OR OLD.share IS NOT NEW.share OR OLD.happened IS NOT NEW.happened OR OLD.recorded_at IS NOT NEW.recorded_at OR OLD.actor IS NOT NEW.actor OR OLD.replaces IS NOT NEW.replaces 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 30, NEW.id, NEW.task, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'uid' AS name, hex(OLD.uid) AS value WHERE OLD.uid IS NOT NEW.uid UNION ALL SELECT 'task' AS name, OLD.task AS value WHERE OLD.task IS NOT NEW.task UNION ALL SELECT 'unit' AS name, OLD.unit AS value WHERE OLD.unit IS NOT NEW.unit UNION ALL SELECT 'text' AS name, OLD.text AS value WHERE OLD.text IS NOT NEW.text UNION ALL SELECT 'difficulty' AS name, OLD.difficulty AS value WHERE OLD.difficulty IS NOT NEW.difficulty UNION ALL SELECT 'next_step' AS name, OLD.next_step AS value WHERE OLD.next_step IS NOT NEW.next_step UNION ALL SELECT 'share' AS name, OLD.share AS value WHERE OLD.share IS NOT NEW.share UNION ALL SELECT 'happened' AS name, OLD.happened AS value WHERE OLD.happened IS NOT NEW.happened UNION ALL SELECT 'recorded_at' AS name, OLD.recorded_at AS value WHERE OLD.recorded_at IS NOT NEW.recorded_at UNION ALL SELECT 'actor' AS name, OLD.actor AS value WHERE OLD.actor IS NOT NEW.actor UNION ALL SELECT 'replaces' AS name, OLD.replaces AS value WHERE OLD.replaces IS NOT NEW.replaces)) FROM current_operation;
END;

CREATE TRIGGER journal_purges_delete AFTER delete ON purges 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 31, OLD.id, NULL, json_object('id', OLD.id, 'operation', OLD.operation, 'files', OLD.files, 'notices', OLD.notices, 'tasks', OLD.tasks, 'seal_before', hex(OLD.seal_before)) FROM current_operation;
END;

CREATE TRIGGER journal_purges_insert AFTER insert ON purges 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 31, NEW.id, NULL, NULL FROM current_operation;
END;

CREATE TRIGGER journal_purges_update AFTER update ON purges WHEN OLD.id IS NOT NEW.id OR OLD.operation IS NOT NEW.operation OR OLD.files IS NOT NEW.files OR OLD.notices IS NOT NEW.notices OR OLD.tasks IS NOT NEW.tasks OR OLD.seal_before IS NOT NEW.seal_before 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 31, NEW.id, NULL, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'operation' AS name, OLD.operation AS value WHERE OLD.operation IS NOT NEW.operation UNION ALL SELECT 'files' AS name, OLD.files AS value WHERE OLD.files IS NOT NEW.files UNION ALL SELECT 'notices' AS name, OLD.notices AS value WHERE OLD.notices IS NOT NEW.notices UNION ALL SELECT 'tasks' AS name, OLD.tasks AS value WHERE OLD.tasks IS NOT NEW.tasks UNION ALL SELECT 'seal_before' AS name, hex(OLD.seal_before) AS value WHERE OLD.seal_before IS NOT NEW.seal_before)) FROM current_operation;
END;

CREATE INDEX recognitions_by_notice ON recognitions (notice);

CREATE TRIGGER journal_recognitions_delete AFTER delete ON recognitions 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 32, OLD.id, NULL, json_object('id', OLD.id, 'notice', OLD.notice, 'hashes_before', hex(OLD.hashes_before), 'hashes_after', hex(OLD.hashes_after), 'title_key_before', OLD.title_key_before, 'title_key_after', OLD.title_key_after) FROM current_operation;
END;

CREATE TRIGGER journal_recognitions_insert AFTER insert ON recognitions 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 32, NEW.id, NULL, NULL FROM current_operation;
END;

CREATE TRIGGER journal_recognitions_update AFTER update ON recognitions WHEN OLD.id IS NOT NEW.id OR OLD.notice IS NOT NEW.notice OR OLD.hashes_before IS NOT NEW.hashes_before OR OLD.hashes_after IS NOT NEW.hashes_after OR OLD.title_key_before IS NOT NEW.title_key_before OR OLD.title_key_after IS NOT NEW.title_key_after 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 32, NEW.id, NULL, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'notice' AS name, OLD.notice AS value WHERE OLD.notice IS NOT NEW.notice UNION ALL SELECT 'hashes_before' AS name, hex(OLD.hashes_before) AS value WHERE OLD.hashes_before IS NOT NEW.hashes_before UNION ALL SELECT 'hashes_after' AS name, hex(OLD.hashes_after) AS value WHERE OLD.hashes_after IS NOT NEW.hashes_after UNION ALL SELECT 'title_key_before' AS name, OLD.title_key_before AS value WHERE OLD.title_key_before IS NOT NEW.title_key_before UNION ALL SELECT 'title_key_after' AS name, OLD.title_key_after AS value WHERE OLD.title_key_after IS NOT NEW.title_key_after)) FROM current_operation;
END;

CREATE TRIGGER recognition_delete AFTER DELETE ON recognitions
BEGIN
    UPDATE fingerprints SET hashes = OLD.hashes_before WHERE notice = OLD.notice AND length(OLD.hashes_before) > 0;
    UPDATE title_keys SET title_key = OLD.title_key_before WHERE notice = OLD.notice AND OLD.title_key_before IS NOT NULL;
END;

CREATE TRIGGER recognition_insert AFTER INSERT ON recognitions
BEGIN
    UPDATE fingerprints SET hashes = NEW.hashes_after WHERE notice = NEW.notice AND length(NEW.hashes_after) > 0;
    UPDATE title_keys SET title_key = NEW.title_key_after WHERE notice = NEW.notice AND NEW.title_key_after IS NOT NULL;
END;

CREATE TRIGGER journal_settings_delete AFTER delete ON settings 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 16, OLD.id, NULL, json_object('id', OLD.id, 'name', OLD.name, 'value', OLD.value) FROM current_operation;
END;

CREATE TRIGGER journal_settings_insert AFTER insert ON settings 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 16, NEW.id, NULL, NULL FROM current_operation;
END;

CREATE TRIGGER journal_settings_update AFTER update ON settings WHEN OLD.id IS NOT NEW.id OR OLD.name IS NOT NEW.name OR OLD.value IS NOT NEW.value 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 16, NEW.id, NULL, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'name' AS name, OLD.name AS value WHERE OLD.name IS NOT NEW.name UNION ALL SELECT 'value' AS name, OLD.value AS value WHERE OLD.value IS NOT NEW.value)) FROM current_operation;
END;

CREATE TRIGGER journal_sources_delete AFTER delete ON sources 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 17, OLD.id, NULL, json_object('id', OLD.id, 'uid', hex(OLD.uid), 'name', OLD.name, 'content', OLD.content, 'lines', OLD.lines, 'reader', OLD.reader, 'imported_at', OLD.imported_at) FROM current_operation;
END;

CREATE TRIGGER journal_sources_insert AFTER insert ON sources 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 17, NEW.id, NULL, NULL FROM current_operation;
END;

CREATE TRIGGER journal_sources_update AFTER update ON sources WHEN OLD.id IS NOT NEW.id OR OLD.uid IS NOT NEW.uid OR OLD.name IS NOT NEW.name OR OLD.content IS NOT NEW.content OR OLD.lines IS NOT NEW.lines OR OLD.reader IS NOT NEW.reader OR OLD.imported_at IS NOT NEW.imported_at 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 17, NEW.id, NULL, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'uid' AS name, hex(OLD.uid) AS value WHERE OLD.uid IS NOT NEW.uid UNION ALL SELECT 'name' AS name, OLD.name AS value WHERE OLD.name IS NOT NEW.name UNION ALL SELECT 'content' AS name, OLD.content AS value WHERE OLD.content IS NOT NEW.content UNION ALL SELECT 'lines' AS name, OLD.lines AS value WHERE OLD.lines IS NOT NEW.lines UNION ALL SELECT 'reader' AS name, OLD.reader AS value WHERE OLD.reader IS NOT NEW.reader UNION ALL SELECT 'imported_at' AS name, OLD.imported_at AS value WHERE OLD.imported_at IS NOT NEW.imported_at)) FROM current_operation;
END;

CREATE INDEX stages_of_task ON stages (task, position);

CREATE TRIGGER journal_stages_delete AFTER delete ON stages 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 33, OLD.id, OLD.task, json_object('id', OLD.id, 'uid', hex(OLD.uid), 'task', OLD.task, 'position', OLD.position, 'text', OLD.text, 'due', OLD.due, 'reached', OLD.reached) FROM current_operation;
END;

CREATE TRIGGER journal_stages_insert AFTER insert ON stages 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 33, NEW.id, NEW.task, NULL FROM current_operation;
END;

CREATE TRIGGER journal_stages_update AFTER update ON stages WHEN OLD.id IS NOT NEW.id OR OLD.uid IS NOT NEW.uid OR OLD.task IS NOT NEW.task OR OLD.position IS NOT NEW.position OR OLD.text IS NOT NEW.text OR OLD.due IS NOT NEW.due OR OLD.reached IS NOT NEW.reached 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 33, NEW.id, NEW.task, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'uid' AS name, hex(OLD.uid) AS value WHERE OLD.uid IS NOT NEW.uid UNION ALL SELECT 'task' AS name, OLD.task AS value WHERE OLD.task IS NOT NEW.task UNION ALL SELECT 'position' AS name, OLD.position AS value WHERE OLD.position IS NOT NEW.position UNION ALL SELECT 'text' AS name, OLD.text AS value WHERE OLD.text IS NOT NEW.text UNION ALL SELECT 'due' AS name, OLD.due AS value WHERE OLD.due IS NOT NEW.due UNION ALL SELECT 'reached' AS name, OLD.reached AS value WHERE OLD.reached IS NOT NEW.reached)) FROM current_operation;
END;

CREATE INDEX status_events_by_day ON status_events (happened);

CREATE INDEX status_events_of_task ON status_events (task, happened);

CREATE TRIGGER journal_status_events_delete AFTER delete ON status_events 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 34, OLD.id, OLD.task, json_object('id', OLD.id, 'task', OLD.task, 'unit', OLD.unit, 'before', OLD.before, 'after', OLD.after, 'happened', OLD.happened, 'recorded_at', OLD.recorded_at, 'actor', OLD.actor, 'reason', OLD.reason) FROM current_operation;
END;

CREATE TRIGGER journal_status_events_insert AFTER insert ON status_events 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 34, NEW.id, NEW.task, NULL FROM current_operation;
END;

CREATE TRIGGER journal_status_events_update AFTER update ON status_events WHEN OLD.id IS NOT NEW.id OR OLD.task IS NOT NEW.task OR OLD.unit IS NOT NEW.unit OR OLD.before IS NOT NEW.before OR OLD.after IS NOT NEW.after OR OLD.happened IS NOT NEW.happened OR OLD.recorded_at IS NOT NEW.recorded_at OR OLD.actor IS NOT NEW.actor OR OLD.reason IS NOT NEW.reason 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 34, NEW.id, NEW.task, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'task' AS name, OLD.task AS value WHERE OLD.task IS NOT NEW.task UNION ALL SELECT 'unit' AS name, OLD.unit AS value WHERE OLD.unit IS NOT NEW.unit UNION ALL SELECT 'before' AS name, OLD.before AS value WHERE OLD.before IS NOT NEW.before UNION ALL SELECT 'after' AS name, OLD.after AS value WHERE OLD.after IS NOT NEW.after UNION ALL SELECT 'happened' AS name, OLD.happened AS value WHERE OLD.happened IS NOT NEW.happened UNION ALL SELECT 'recorded_at' AS name, OLD.recorded_at AS value WHERE OLD.recorded_at IS NOT NEW.recorded_at UNION ALL SELECT 'actor' AS name, OLD.actor AS value WHERE OLD.actor IS NOT NEW.actor UNION ALL SELECT 'reason' AS name, OLD.reason AS value WHERE OLD.reason IS NOT NEW.reason)) FROM current_operation;
END;

CREATE TRIGGER journal_task_origins_delete AFTER delete ON task_origins 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 35, OLD.id, OLD.task, json_object('id', OLD.id, 'task', OLD.task, 'kind', OLD.kind, 'words', OLD.words, 'person', OLD.person, 'day', OLD.day) FROM current_operation;
END;

CREATE TRIGGER journal_task_origins_insert AFTER insert ON task_origins 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 35, NEW.id, NEW.task, NULL FROM current_operation;
END;

CREATE TRIGGER journal_task_origins_update AFTER update ON task_origins WHEN OLD.id IS NOT NEW.id OR OLD.task IS NOT NEW.task OR OLD.kind IS NOT NEW.kind OR OLD.words IS NOT NEW.words OR OLD.person IS NOT NEW.person OR OLD.day IS NOT NEW.day 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 35, NEW.id, NEW.task, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'task' AS name, OLD.task AS value WHERE OLD.task IS NOT NEW.task UNION ALL SELECT 'kind' AS name, OLD.kind AS value WHERE OLD.kind IS NOT NEW.kind UNION ALL SELECT 'words' AS name, OLD.words AS value WHERE OLD.words IS NOT NEW.words UNION ALL SELECT 'person' AS name, OLD.person AS value WHERE OLD.person IS NOT NEW.person UNION ALL SELECT 'day' AS name, OLD.day AS value WHERE OLD.day IS NOT NEW.day)) FROM current_operation;
END;

CREATE INDEX task_people_by_name ON task_people (name);

CREATE INDEX task_people_of_task ON task_people (task);

CREATE TRIGGER journal_task_people_delete AFTER delete ON task_people 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 36, OLD.id, OLD.task, json_object('id', OLD.id, 'task', OLD.task, 'role', OLD.role, 'position', OLD.position, 'name', OLD.name, 'telephone', OLD.telephone, 'is_read', OLD.is_read) FROM current_operation;
END;

CREATE TRIGGER journal_task_people_insert AFTER insert ON task_people 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 36, NEW.id, NEW.task, NULL FROM current_operation;
END;

CREATE TRIGGER journal_task_people_update AFTER update ON task_people WHEN OLD.id IS NOT NEW.id OR OLD.task IS NOT NEW.task OR OLD.role IS NOT NEW.role OR OLD.position IS NOT NEW.position OR OLD.name IS NOT NEW.name OR OLD.telephone IS NOT NEW.telephone OR OLD.is_read IS NOT NEW.is_read 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 36, NEW.id, NEW.task, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'task' AS name, OLD.task AS value WHERE OLD.task IS NOT NEW.task UNION ALL SELECT 'role' AS name, OLD.role AS value WHERE OLD.role IS NOT NEW.role UNION ALL SELECT 'position' AS name, OLD.position AS value WHERE OLD.position IS NOT NEW.position UNION ALL SELECT 'name' AS name, OLD.name AS value WHERE OLD.name IS NOT NEW.name UNION ALL SELECT 'telephone' AS name, OLD.telephone AS value WHERE OLD.telephone IS NOT NEW.telephone UNION ALL SELECT 'is_read' AS name, OLD.is_read AS value WHERE OLD.is_read IS NOT NEW.is_read)) FROM current_operation;
END;

CREATE INDEX task_successions_of_successor ON task_successions (successor);

CREATE INDEX task_successions_of_task ON task_successions (task, happened);

CREATE TRIGGER journal_task_successions_delete AFTER delete ON task_successions 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 37, OLD.id, OLD.task, json_object('id', OLD.id, 'task', OLD.task, 'successor', OLD.successor, 'kind', OLD.kind, 'happened', OLD.happened, 'recorded_at', OLD.recorded_at, 'actor', OLD.actor, 'reason', OLD.reason, 'carries_progress', OLD.carries_progress) FROM current_operation;
END;

CREATE TRIGGER journal_task_successions_insert AFTER insert ON task_successions 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 37, NEW.id, NEW.task, NULL FROM current_operation;
END;

CREATE TRIGGER journal_task_successions_update AFTER update ON task_successions WHEN OLD.id IS NOT NEW.id OR OLD.task IS NOT NEW.task OR OLD.successor IS NOT NEW.successor OR OLD.kind IS NOT NEW.kind OR OLD.happened IS NOT NEW.happened OR OLD.recorded_at IS NOT NEW.recorded_at OR OLD.actor IS NOT NEW.actor OR OLD.reason IS NOT NEW.reason OR OLD.carries_progress IS NOT NEW.carries_progress 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 37, NEW.id, NEW.task, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'task' AS name, OLD.task AS value WHERE OLD.task IS NOT NEW.task UNION ALL SELECT 'successor' AS name, OLD.successor AS value WHERE OLD.successor IS NOT NEW.successor UNION ALL SELECT 'kind' AS name, OLD.kind AS value WHERE OLD.kind IS NOT NEW.kind UNION ALL SELECT 'happened' AS name, OLD.happened AS value WHERE OLD.happened IS NOT NEW.happened UNION ALL SELECT 'recorded_at' AS name, OLD.recorded_at AS value WHERE OLD.recorded_at IS NOT NEW.recorded_at UNION ALL SELECT 'actor' AS name, OLD.actor AS value WHERE OLD.actor IS NOT NEW.actor UNION ALL SELECT 'reason' AS name, OLD.reason AS value WHERE OLD.reason IS NOT NEW.reason UNION ALL SELECT 'carries_progress' AS name, OLD.carries_progress AS value WHERE OLD.carries_progress IS NOT NEW.carries_progress)) FROM current_operation;
END;

CREATE INDEX task_units_of_unit ON task_units (unit, role, task);

CREATE TRIGGER figures_unit_delete AFTER DELETE ON task_units
BEGIN
    UPDATE unit_figures SET tasks = tasks - 1
    WHERE unit = OLD.unit AND role = OLD.role
      AND (region, status, due) = (SELECT t.region, t.status, coalesce(t.due, '') FROM tasks AS t WHERE t.id = OLD.task);
END;

CREATE TRIGGER figures_unit_insert AFTER INSERT ON task_units
BEGIN
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    VALUES (
        NEW.unit, NEW.role,
        (SELECT region FROM tasks WHERE id = NEW.task),
        (SELECT status FROM tasks WHERE id = NEW.task),
        (SELECT coalesce(due, '') FROM tasks WHERE id = NEW.task),
        1
    )
    ON CONFLICT DO UPDATE SET tasks = tasks + 1;
END;

CREATE TRIGGER figures_unit_update AFTER UPDATE OF unit, role ON task_units
BEGIN
    UPDATE unit_figures SET tasks = tasks - 1
    WHERE unit = OLD.unit AND role = OLD.role
      AND (region, status, due) = (SELECT t.region, t.status, coalesce(t.due, '') FROM tasks AS t WHERE t.id = OLD.task);
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    VALUES (
        NEW.unit, NEW.role,
        (SELECT region FROM tasks WHERE id = NEW.task),
        (SELECT status FROM tasks WHERE id = NEW.task),
        (SELECT coalesce(due, '') FROM tasks WHERE id = NEW.task),
        1
    )
    ON CONFLICT DO UPDATE SET tasks = tasks + 1;
END;

CREATE TRIGGER journal_task_units_delete AFTER delete ON task_units 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 18, OLD.id, OLD.task, json_object('id', OLD.id, 'task', OLD.task, 'unit', OLD.unit, 'role', OLD.role, 'position', OLD.position, 'written', OLD.written, 'status', OLD.status) FROM current_operation;
END;

CREATE TRIGGER journal_task_units_insert AFTER insert ON task_units 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 18, NEW.id, NEW.task, NULL FROM current_operation;
END;

CREATE TRIGGER journal_task_units_update AFTER update ON task_units WHEN OLD.id IS NOT NEW.id OR OLD.task IS NOT NEW.task OR OLD.unit IS NOT NEW.unit OR OLD.role IS NOT NEW.role OR OLD.position IS NOT NEW.position OR OLD.written IS NOT NEW.written OR OLD.status IS NOT NEW.status 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 18, NEW.id, NEW.task, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'task' AS name, OLD.task AS value WHERE OLD.task IS NOT NEW.task UNION ALL SELECT 'unit' AS name, OLD.unit AS value WHERE OLD.unit IS NOT NEW.unit UNION ALL SELECT 'role' AS name, OLD.role AS value WHERE OLD.role IS NOT NEW.role UNION ALL SELECT 'position' AS name, OLD.position AS value WHERE OLD.position IS NOT NEW.position UNION ALL SELECT 'written' AS name, OLD.written AS value WHERE OLD.written IS NOT NEW.written UNION ALL SELECT 'status' AS name, OLD.status AS value WHERE OLD.status IS NOT NEW.status)) FROM current_operation;
END;

CREATE INDEX tasks_by_begin ON tasks (begins);

CREATE INDEX tasks_by_due ON tasks (due);

CREATE INDEX tasks_by_lead ON tasks (first_lead, id);

CREATE INDEX tasks_by_region ON tasks (region, first_lead);

CREATE INDEX tasks_by_status ON tasks (status);

CREATE INDEX tasks_doubtful ON tasks (id) WHERE doubt_count > 0;

CREATE INDEX tasks_doubtful_by_due ON tasks (due) WHERE doubt_count > 0;

CREATE INDEX tasks_of_notice ON tasks (notice);

CREATE INDEX tasks_periodic ON tasks (due) WHERE deadline_kind = 'periodic';

CREATE TRIGGER figures_task_delete AFTER DELETE ON tasks
BEGIN
    UPDATE unit_figures SET tasks = tasks - 1
    WHERE unit = 0 AND role = 'lead' AND region = OLD.region AND status = OLD.status AND due = coalesce(OLD.due, '');
END;

CREATE TRIGGER figures_task_delete_without_lead AFTER DELETE ON tasks WHEN OLD.first_lead IS NULL
BEGIN
    UPDATE unit_figures SET tasks = tasks - 1
    WHERE unit = -1 AND role = 'lead' AND region = OLD.region AND status = OLD.status AND due = coalesce(OLD.due, '');
END;

CREATE TRIGGER figures_task_insert AFTER INSERT ON tasks
BEGIN
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    VALUES (0, 'lead', NEW.region, NEW.status, coalesce(NEW.due, ''), 1)
    ON CONFLICT DO UPDATE SET tasks = tasks + 1;
END;

CREATE TRIGGER figures_task_insert_without_lead AFTER INSERT ON tasks WHEN NEW.first_lead IS NULL
BEGIN
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    VALUES (-1, 'lead', NEW.region, NEW.status, coalesce(NEW.due, ''), 1)
    ON CONFLICT DO UPDATE SET tasks = tasks + 1;
END;

CREATE TRIGGER figures_task_update AFTER UPDATE OF status, due, region, first_lead ON tasks
BEGIN
    UPDATE unit_figures SET tasks = tasks - 1
    WHERE unit = 0 AND role = 'lead' AND region = OLD.region AND status = OLD.status AND due = coalesce(OLD.due, '');
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    VALUES (0, 'lead', NEW.region, NEW.status, coalesce(NEW.due, ''), 1)
    ON CONFLICT DO UPDATE SET tasks = tasks + 1;
    -- The figures are there; an UPDATE of those of its units would look at all figures for each task.
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    SELECT unit, role, OLD.region, OLD.status, coalesce(OLD.due, ''), -1 FROM task_units WHERE task = NEW.id
    ON CONFLICT DO UPDATE SET tasks = tasks - 1;
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    SELECT unit, role, NEW.region, NEW.status, coalesce(NEW.due, ''), 1 FROM task_units WHERE task = NEW.id
    ON CONFLICT DO UPDATE SET tasks = tasks + 1;
END;

CREATE TRIGGER figures_task_update_was_without_lead AFTER UPDATE OF status, due, region, first_lead ON tasks
WHEN OLD.first_lead IS NULL
BEGIN
    UPDATE unit_figures SET tasks = tasks - 1
    WHERE unit = -1 AND role = 'lead' AND region = OLD.region AND status = OLD.status AND due = coalesce(OLD.due, '');
END;

CREATE TRIGGER figures_task_update_without_lead AFTER UPDATE OF status, due, region, first_lead ON tasks
WHEN NEW.first_lead IS NULL
BEGIN
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    VALUES (-1, 'lead', NEW.region, NEW.status, coalesce(NEW.due, ''), 1)
    ON CONFLICT DO UPDATE SET tasks = tasks + 1;
END;

CREATE TRIGGER journal_tasks_delete AFTER delete ON tasks 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 19, OLD.id, OLD.id, json_object('id', OLD.id, 'uid', hex(OLD.uid), 'notice', OLD.notice, 'measure', OLD.measure, 'number', OLD.number, 'title', OLD.title, 'text', OLD.text, 'deadline_raw', OLD.deadline_raw, 'due', OLD.due, 'deadline_kind', OLD.deadline_kind, 'status', OLD.status, 'begins', OLD.begins, 'region', OLD.region, 'first_lead', OLD.first_lead, 'doubt_count', OLD.doubt_count) FROM current_operation;
END;

CREATE TRIGGER journal_tasks_insert AFTER insert ON tasks 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 19, NEW.id, NEW.id, NULL FROM current_operation;
END;

CREATE TRIGGER journal_tasks_update AFTER update ON tasks WHEN OLD.id IS NOT NEW.id OR OLD.uid IS NOT NEW.uid OR OLD.notice IS NOT NEW.notice OR OLD.measure IS NOT NEW.measure OR OLD.number IS NOT NEW.number OR OLD.title IS NOT NEW.title OR OLD.text IS NOT NEW.text OR OLD.deadline_raw IS NOT NEW.deadline_raw OR OLD.due IS NOT NEW.due OR OLD.deadline_kind IS NOT NEW.deadline_kind OR OLD.status IS NOT NEW.status OR OLD.begins IS NOT NEW.begins OR OLD.region IS NOT NEW.region OR OLD.first_lead IS NOT NEW.first_lead OR OLD.doubt_count IS NOT NEW.doubt_count 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 19, NEW.id, NEW.id, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'uid' AS name, hex(OLD.uid) AS value WHERE OLD.uid IS NOT NEW.uid UNION ALL SELECT 'notice' AS name, OLD.notice AS value WHERE OLD.notice IS NOT NEW.notice UNION ALL SELECT 'measure' AS name, OLD.measure AS value WHERE OLD.measure IS NOT NEW.measure UNION ALL SELECT 'number' AS name, OLD.number AS value WHERE OLD.number IS NOT NEW.number UNION ALL SELECT 'title' AS name, OLD.title AS value WHERE OLD.title IS NOT NEW.title UNION ALL SELECT 'text' AS name, OLD.text AS value WHERE OLD.text IS NOT NEW.text UNION ALL SELECT 'deadline_raw' AS name, OLD.deadline_raw AS value WHERE OLD.deadline_raw IS NOT NEW.deadline_raw UNION ALL SELECT 'due' AS name, OLD.due AS value WHERE OLD.due IS NOT NEW.due UNION ALL SELECT 'deadline_kind' AS name, OLD.deadline_kind AS value WHERE OLD.deadline_kind IS NOT NEW.deadline_kind UNION ALL SELECT 'status' AS name, OLD.status AS value WHERE OLD.status IS NOT NEW.status UNION ALL SELECT 'begins' AS name, OLD.begins AS value WHERE OLD.begins IS NOT NEW.begins UNION ALL SELECT 'region' AS name, OLD.region AS value WHERE OLD.region IS NOT NEW.region UNION ALL SELECT 'first_lead' AS name, OLD.first_lead AS value WHERE OLD.first_lead IS NOT NEW.first_lead UNION ALL SELECT 'doubt_count' AS name, OLD.doubt_count AS value WHERE OLD.doubt_count IS NOT NEW.doubt_count)) FROM current_operation;
END;

CREATE INDEX title_keys_by_text ON title_keys (title_key);

CREATE INDEX unit_aliases_by_text ON unit_aliases (alias);

CREATE INDEX unit_aliases_called ON unit_aliases (alias);

CREATE INDEX unit_aliases_of_unit ON unit_aliases (unit);

CREATE TRIGGER journal_unit_aliases_delete AFTER delete ON unit_aliases 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 20, OLD.id, NULL, json_object('id', OLD.id, 'unit', OLD.unit, 'region', OLD.region, 'alias', OLD.alias, 'until', OLD.until) FROM current_operation;
END;

CREATE TRIGGER journal_unit_aliases_insert AFTER insert ON unit_aliases 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 20, NEW.id, NULL, NULL FROM current_operation;
END;

CREATE TRIGGER journal_unit_aliases_update AFTER update ON unit_aliases WHEN OLD.id IS NOT NEW.id OR OLD.unit IS NOT NEW.unit OR OLD.region IS NOT NEW.region OR OLD.alias IS NOT NEW.alias OR OLD.until IS NOT NEW.until 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 20, NEW.id, NULL, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'unit' AS name, OLD.unit AS value WHERE OLD.unit IS NOT NEW.unit UNION ALL SELECT 'region' AS name, OLD.region AS value WHERE OLD.region IS NOT NEW.region UNION ALL SELECT 'alias' AS name, OLD.alias AS value WHERE OLD.alias IS NOT NEW.alias UNION ALL SELECT 'until' AS name, OLD.until AS value WHERE OLD.until IS NOT NEW.until)) FROM current_operation;
END;

CREATE TRIGGER journal_unit_distinctions_delete AFTER delete ON unit_distinctions 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 21, OLD.id, NULL, json_object('id', OLD.id, 'one', OLD.one, 'other', OLD.other) FROM current_operation;
END;

CREATE TRIGGER journal_unit_distinctions_insert AFTER insert ON unit_distinctions 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 21, NEW.id, NULL, NULL FROM current_operation;
END;

CREATE TRIGGER journal_unit_distinctions_update AFTER update ON unit_distinctions WHEN OLD.id IS NOT NEW.id OR OLD.one IS NOT NEW.one OR OLD.other IS NOT NEW.other 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 21, NEW.id, NULL, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'one' AS name, OLD.one AS value WHERE OLD.one IS NOT NEW.one UNION ALL SELECT 'other' AS name, OLD.other AS value WHERE OLD.other IS NOT NEW.other)) FROM current_operation;
END;

CREATE INDEX unit_events_by_day ON unit_events (happened);

CREATE INDEX unit_events_of_task ON unit_events (task, happened);

CREATE TRIGGER journal_unit_events_delete AFTER delete ON unit_events 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 38, OLD.id, OLD.task, json_object('id', OLD.id, 'task', OLD.task, 'unit', OLD.unit, 'before_role', OLD.before_role, 'after_role', OLD.after_role, 'happened', OLD.happened, 'recorded_at', OLD.recorded_at, 'actor', OLD.actor, 'reason', OLD.reason) FROM current_operation;
END;

CREATE TRIGGER journal_unit_events_insert AFTER insert ON unit_events 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 38, NEW.id, NEW.task, NULL FROM current_operation;
END;

CREATE TRIGGER journal_unit_events_update AFTER update ON unit_events WHEN OLD.id IS NOT NEW.id OR OLD.task IS NOT NEW.task OR OLD.unit IS NOT NEW.unit OR OLD.before_role IS NOT NEW.before_role OR OLD.after_role IS NOT NEW.after_role OR OLD.happened IS NOT NEW.happened OR OLD.recorded_at IS NOT NEW.recorded_at OR OLD.actor IS NOT NEW.actor OR OLD.reason IS NOT NEW.reason 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 38, NEW.id, NEW.task, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'task' AS name, OLD.task AS value WHERE OLD.task IS NOT NEW.task UNION ALL SELECT 'unit' AS name, OLD.unit AS value WHERE OLD.unit IS NOT NEW.unit UNION ALL SELECT 'before_role' AS name, OLD.before_role AS value WHERE OLD.before_role IS NOT NEW.before_role UNION ALL SELECT 'after_role' AS name, OLD.after_role AS value WHERE OLD.after_role IS NOT NEW.after_role UNION ALL SELECT 'happened' AS name, OLD.happened AS value WHERE OLD.happened IS NOT NEW.happened UNION ALL SELECT 'recorded_at' AS name, OLD.recorded_at AS value WHERE OLD.recorded_at IS NOT NEW.recorded_at UNION ALL SELECT 'actor' AS name, OLD.actor AS value WHERE OLD.actor IS NOT NEW.actor UNION ALL SELECT 'reason' AS name, OLD.reason AS value WHERE OLD.reason IS NOT NEW.reason)) FROM current_operation;
END;

CREATE TRIGGER figures_year_insert AFTER INSERT ON unit_figures WHEN NEW.unit <> 0
BEGIN
    INSERT INTO year_figures (unit, role, region, status, year, tasks)
    VALUES (NEW.unit, NEW.role, NEW.region, NEW.status, substr(NEW.due, 1, length(NEW.due) - 6), NEW.tasks)
    ON CONFLICT DO UPDATE SET tasks = tasks + excluded.tasks;
END;

CREATE TRIGGER figures_year_update AFTER UPDATE OF tasks ON unit_figures WHEN NEW.unit <> 0
BEGIN
    UPDATE year_figures SET tasks = tasks + NEW.tasks - OLD.tasks
    WHERE unit = NEW.unit AND role = NEW.role AND region = NEW.region AND status = NEW.status
      AND year = substr(NEW.due, 1, length(NEW.due) - 6);
END;

CREATE INDEX units_by_name ON units (name);

CREATE INDEX units_called ON units (name);

CREATE TRIGGER journal_units_delete AFTER delete ON units 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 22, OLD.id, NULL, json_object('id', OLD.id, 'uid', hex(OLD.uid), 'name', OLD.name, 'region', OLD.region) FROM current_operation;
END;

CREATE TRIGGER journal_units_insert AFTER insert ON units 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 22, NEW.id, NULL, NULL FROM current_operation;
END;

CREATE TRIGGER journal_units_update AFTER update ON units WHEN OLD.id IS NOT NEW.id OR OLD.uid IS NOT NEW.uid OR OLD.name IS NOT NEW.name OR OLD.region IS NOT NEW.region 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 22, NEW.id, NULL, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'uid' AS name, hex(OLD.uid) AS value WHERE OLD.uid IS NOT NEW.uid UNION ALL SELECT 'name' AS name, OLD.name AS value WHERE OLD.name IS NOT NEW.name UNION ALL SELECT 'region' AS name, OLD.region AS value WHERE OLD.region IS NOT NEW.region)) FROM current_operation;
END;

CREATE INDEX urgings_of_task ON urgings (task, happened);

CREATE TRIGGER journal_urgings_delete AFTER delete ON urgings 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 39, OLD.id, OLD.task, json_object('id', OLD.id, 'uid', hex(OLD.uid), 'task', OLD.task, 'unit', OLD.unit, 'text', OLD.text, 'answer_due', OLD.answer_due, 'happened', OLD.happened, 'recorded_at', OLD.recorded_at, 'actor', OLD.actor) FROM current_operation;
END;

CREATE TRIGGER journal_urgings_insert AFTER insert ON urgings 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 39, NEW.id, NEW.task, NULL FROM current_operation;
END;

CREATE TRIGGER journal_urgings_update AFTER update ON urgings WHEN OLD.id IS NOT NEW.id OR OLD.uid IS NOT NEW.uid OR OLD.task IS NOT NEW.task OR OLD.unit IS NOT NEW.unit OR OLD.text IS NOT NEW.text OR OLD.answer_due IS NOT NEW.answer_due OR OLD.happened IS NOT NEW.happened OR OLD.recorded_at IS NOT NEW.recorded_at OR OLD.actor IS NOT NEW.actor 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 39, NEW.id, NEW.task, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'uid' AS name, hex(OLD.uid) AS value WHERE OLD.uid IS NOT NEW.uid UNION ALL SELECT 'task' AS name, OLD.task AS value WHERE OLD.task IS NOT NEW.task UNION ALL SELECT 'unit' AS name, OLD.unit AS value WHERE OLD.unit IS NOT NEW.unit UNION ALL SELECT 'text' AS name, OLD.text AS value WHERE OLD.text IS NOT NEW.text UNION ALL SELECT 'answer_due' AS name, OLD.answer_due AS value WHERE OLD.answer_due IS NOT NEW.answer_due UNION ALL SELECT 'happened' AS name, OLD.happened AS value WHERE OLD.happened IS NOT NEW.happened UNION ALL SELECT 'recorded_at' AS name, OLD.recorded_at AS value WHERE OLD.recorded_at IS NOT NEW.recorded_at UNION ALL SELECT 'actor' AS name, OLD.actor AS value WHERE OLD.actor IS NOT NEW.actor)) FROM current_operation;
END;

CREATE INDEX version_links_of_newer ON version_links (newer);

CREATE TRIGGER journal_version_links_delete AFTER delete ON version_links 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '-', 23, OLD.id, NULL, json_object('id', OLD.id, 'older', OLD.older, 'newer', OLD.newer, 'kind', OLD.kind, 'reason', OLD.reason, 'set_by', OLD.set_by, 'taken_off', OLD.taken_off) FROM current_operation;
END;

CREATE TRIGGER journal_version_links_insert AFTER insert ON version_links 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '+', 23, NEW.id, NULL, NULL FROM current_operation;
END;

CREATE TRIGGER journal_version_links_update AFTER update ON version_links WHEN OLD.id IS NOT NEW.id OR OLD.older IS NOT NEW.older OR OLD.newer IS NOT NEW.newer OR OLD.kind IS NOT NEW.kind OR OLD.reason IS NOT NEW.reason OR OLD.set_by IS NOT NEW.set_by OR OLD.taken_off IS NOT NEW.taken_off 
BEGIN
    SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '~', 23, NEW.id, NULL, (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, OLD.id AS value WHERE OLD.id IS NOT NEW.id UNION ALL SELECT 'older' AS name, OLD.older AS value WHERE OLD.older IS NOT NEW.older UNION ALL SELECT 'newer' AS name, OLD.newer AS value WHERE OLD.newer IS NOT NEW.newer UNION ALL SELECT 'kind' AS name, OLD.kind AS value WHERE OLD.kind IS NOT NEW.kind UNION ALL SELECT 'reason' AS name, OLD.reason AS value WHERE OLD.reason IS NOT NEW.reason UNION ALL SELECT 'set_by' AS name, OLD.set_by AS value WHERE OLD.set_by IS NOT NEW.set_by UNION ALL SELECT 'taken_off' AS name, OLD.taken_off AS value WHERE OLD.taken_off IS NOT NEW.taken_off)) FROM current_operation;
END;
