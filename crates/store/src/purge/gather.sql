DROP TABLE IF EXISTS temp.traces;
CREATE TEMP TABLE traces (place TEXT, row INTEGER, PRIMARY KEY (place, row)) WITHOUT ROWID;
DROP TABLE IF EXISTS temp.trace_contents;
CREATE TEMP TABLE trace_contents (id INTEGER PRIMARY KEY);
DROP TABLE IF EXISTS temp.named;
CREATE TEMP TABLE named (row INTEGER, is_trace INTEGER);
-- Rows that are gone and that the journal could put back.
DROP TABLE IF EXISTS temp.gone;
CREATE TEMP TABLE gone AS
SELECT t.name AS place, c.row, c.before
FROM changes AS c
JOIN recorded_tables AS t ON t.number = c.place
WHERE c.action = '-';
CREATE INDEX temp.gone_of_place ON gone (place);
