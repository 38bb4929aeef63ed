SELECT id, taken_off
FROM version_links
WHERE (older = ?1 AND newer = ?2) OR (older = ?2 AND newer = ?1)
