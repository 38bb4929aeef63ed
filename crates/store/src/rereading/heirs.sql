-- Of the files whose traces are gathered.
SELECT gone.uid AS gone, heir.uid AS heir
FROM notices AS gone
JOIN notices AS heir ON heir.id = (
    SELECT min(id) FROM notices
    WHERE duplicate_of = gone.id
      AND id NOT IN (SELECT row FROM traces WHERE place = 'notices')
)
WHERE gone.id IN (SELECT row FROM traces WHERE place = 'notices')
  AND gone.duplicate_of IS NULL
ORDER BY gone.id
