SELECT l.id, l.taken_off
FROM version_links AS l
JOIN notices AS older ON older.id = l.older
JOIN notices AS newer ON newer.id = l.newer
WHERE (older.uid, newer.uid) IN ((?1, ?2), (?2, ?1))
