SELECT name FROM (
    SELECT id AS row, name FROM sources WHERE id IN (SELECT row FROM traces WHERE place = 'sources')
    UNION
    SELECT row, before ->> '$.name' FROM gone
    WHERE place = 'sources'
      AND row IN (SELECT row FROM traces WHERE place = 'sources')
)
GROUP BY row
ORDER BY row
