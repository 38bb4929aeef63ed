SELECT operation, action, place, row, task, before
FROM changes
WHERE seq > :after
  AND seq <= :last
ORDER BY seq
