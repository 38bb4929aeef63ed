SELECT count(*)
FROM notices AS n
WHERE n.measure_count <> (SELECT count(*) FROM measures AS m WHERE m.notice = n.id)
