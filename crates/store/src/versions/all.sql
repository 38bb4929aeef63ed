SELECT older.uid AS older, newer.uid AS newer, l.kind, l.reason, l.set_by = 'person' AS by_person
FROM version_links AS l
JOIN notices AS older ON older.id = l.older
JOIN notices AS newer ON newer.id = l.newer
WHERE NOT l.taken_off
ORDER BY newer.id DESC, l.id
