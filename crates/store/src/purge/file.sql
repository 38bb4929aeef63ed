-- The file with this uid, and every earlier import of the same bytes that was taken back.
INSERT OR IGNORE INTO traces (place, row)
WITH kept AS (
    SELECT id AS row, uid, content FROM sources
    UNION
    SELECT row, unhex(before ->> '$.uid'), before ->> '$.content' FROM gone WHERE place = 'sources'
)
SELECT 'sources', row FROM kept WHERE content IN (SELECT content FROM kept WHERE uid = ?1)
