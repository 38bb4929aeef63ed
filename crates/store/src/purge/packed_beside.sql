-- What stays and is packed with the help of what goes.
SELECT id
FROM contents
WHERE beside IN (SELECT id FROM trace_contents)
  AND id NOT IN (SELECT id FROM trace_contents)
