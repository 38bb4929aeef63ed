SELECT task FROM status_events WHERE happened > :day
UNION
SELECT task FROM deadline_events WHERE happened > :day
UNION
SELECT task FROM unit_events WHERE happened > :day
