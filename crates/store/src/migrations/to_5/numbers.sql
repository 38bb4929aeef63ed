-- The number of every row there is or was, by its old id: rows keep their seq where they had one, the others and those
-- that are gone get numbers of their own.
CREATE TEMP TABLE numbers (
    place TEXT NOT NULL,
    old TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (place, old)
) WITHOUT ROWID;
CREATE TEMP TABLE measure_keys (
    old TEXT NOT NULL PRIMARY KEY,
    notice INTEGER NOT NULL,
    key INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO numbers SELECT 'sources', id, seq FROM old_sources;
INSERT INTO numbers SELECT 'notices', id, seq FROM old_notices;
INSERT INTO numbers SELECT 'units', id, seq FROM old_units;
INSERT INTO numbers SELECT 'tasks', id, seq FROM old_tasks;
INSERT INTO numbers SELECT 'settings', id, row_number() OVER (ORDER BY id) FROM old_settings;
INSERT INTO numbers SELECT 'unit_aliases', id, row_number() OVER (ORDER BY id) FROM old_unit_aliases;
INSERT INTO numbers SELECT 'unit_distinctions', id, row_number() OVER (ORDER BY id) FROM old_unit_distinctions;
INSERT INTO numbers SELECT 'version_links', id, row_number() OVER (ORDER BY id) FROM old_version_links;
INSERT INTO numbers SELECT 'task_units', id, row_number() OVER (ORDER BY id) FROM old_task_units;
INSERT INTO numbers
SELECT
    gone.place,
    gone.old,
    coalesce((SELECT max(n.number) FROM numbers AS n WHERE n.place = gone.place), 0)
    + row_number() OVER (PARTITION BY gone.place ORDER BY gone.first)
FROM (
    SELECT c.table_name AS place, c.row_id AS old, min(c.seq) AS first
    FROM old_changes AS c
    WHERE c.table_name <> 'measures'
      AND NOT EXISTS (SELECT 1 FROM numbers AS n WHERE n.place = c.table_name AND n.old = c.row_id)
    GROUP BY c.table_name, c.row_id
) AS gone;
