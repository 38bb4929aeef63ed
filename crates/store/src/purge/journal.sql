CREATE TEMP TABLE trace_changes AS
SELECT c.seq, c.operation
FROM changes AS c
JOIN recorded_tables AS t ON t.number = c.place
JOIN traces ON traces.place = t.name AND traces.row = c.row;
DELETE FROM changes WHERE seq IN (SELECT seq FROM trace_changes);
-- A summary may name what is gone.
UPDATE operations SET summary = iif(
    EXISTS (SELECT 1 FROM changes WHERE changes.operation = operations.id), '（部分内容已彻底清除）', '（内容已彻底清除）'
)
WHERE id IN (SELECT operation FROM trace_changes);
DROP TABLE temp.trace_changes;
-- They covered what is gone; the operation under way is sealed with everything that is left.
DELETE FROM seals;
