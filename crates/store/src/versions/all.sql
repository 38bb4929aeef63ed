SELECT l.older, l.newer, l.kind, l.reason, l.set_by = 'person' AS by_person
FROM version_links AS l
JOIN notices AS n ON n.id = l.newer
WHERE NOT l.taken_off
ORDER BY n.seq DESC, l.id
