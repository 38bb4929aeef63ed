SELECT
    n.id, n.source, s.id AS source_id, s.name AS source_name, n.first_line, n.last_line, n.page, n.title, n.title_inferred,
    n.notice_title, n.number, n.issuers, n.region, n.issued, n.effective, n.expires, n.organizer, n.kind, n.indicators, n.claims,
    n.doubts, n.measure_count, n.duplicate_of, n.fuller_than, n.confirmed,
    n.doubt_count + coalesce((SELECT sum(m.doubt_count) FROM measures AS m WHERE m.notice = n.id), 0) AS all_doubts,
    (SELECT count(*) FROM tasks AS t WHERE t.notice = n.id) AS tasks,
    EXISTS (SELECT 1 FROM version_links AS v WHERE v.older = n.id AND NOT v.taken_off) AS overtaken,
    (
        SELECT json_group_array(ds.name || ' 第' || d.first_line || '行' ORDER BY d.seq)
        FROM notices AS d
        JOIN sources AS ds ON ds.seq = d.source
        WHERE d.duplicate_of = n.id
    ) AS duplicates
FROM notices AS n
JOIN sources AS s ON s.seq = n.source
