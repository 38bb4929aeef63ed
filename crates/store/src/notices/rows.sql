SELECT
    n.id, n.uid, n.source, s.uid AS source_id, s.name AS source_name, n.first_line, n.last_line, n.page, n.title, n.title_inferred,
    n.notice_title, n.number, n.issuers, n.region, n.issued, n.effective, n.expires, n.organizer, n.kind, n.indicators, n.claims,
    n.doubts, n.measure_count, original.uid AS duplicate_of, shorter.uid AS fuller_than, n.confirmed,
    n.doubt_count + n.measure_doubt_count
        - (SELECT coalesce(sum(d.doubts), 0) FROM doubt_states AS d WHERE d.notice = n.id) AS open_doubts,
    (SELECT count(*) FROM tasks AS t WHERE t.notice = n.id) AS tasks,
    EXISTS (SELECT 1 FROM version_links AS v WHERE v.older = n.id AND NOT v.taken_off) AS overtaken,
    (
        SELECT json_group_array(ds.name || ' 第' || d.first_line || '行' ORDER BY d.id)
        FROM notices AS d
        JOIN sources AS ds ON ds.id = d.source
        WHERE d.duplicate_of = n.id
    ) AS duplicates
FROM notices AS n
JOIN sources AS s ON s.id = n.source
LEFT JOIN notices AS original ON original.id = n.duplicate_of
LEFT JOIN notices AS shorter ON shorter.id = n.fuller_than
