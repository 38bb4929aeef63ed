SELECT action, place, row, before
FROM changes
WHERE seq > ?1
  AND seq <= ?2
ORDER BY seq
