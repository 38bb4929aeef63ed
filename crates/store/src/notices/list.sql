SELECT
    n.id, n.source, s.id AS source_id, s.name AS source_name, n.first_line, n.last_line, n.page, n.title, n.title_inferred,
    n.notice_title, n.number, n.issuers, n.region, n.issued, n.effective, n.expires, n.organizer, n.kind, n.claims,
    n.doubts, n.measure_count, n.duplicate_of, n.fuller_than, n.confirmed,
    n.doubt_count + coalesce((SELECT sum(m.doubt_count) FROM measures AS m WHERE m.notice = n.id), 0) AS all_doubts,
    (SELECT count(*) FROM tasks AS t WHERE t.notice = n.id) AS tasks,
    (
        SELECT json_group_array(ds.name || ' 第' || d.first_line || '行' ORDER BY d.seq)
        FROM notices AS d
        JOIN sources AS ds ON ds.seq = d.source
        WHERE d.duplicate_of = n.id
    ) AS duplicates
FROM notices AS n
JOIN sources AS s ON s.seq = n.source
WHERE (:id IS NULL OR n.id = :id)
  AND (:with_duplicates OR n.duplicate_of IS NULL)
  AND (:region IS NULL OR n.region = :region)
  AND (NOT :unconfirmed OR (n.confirmed = 0 AND n.measure_count > 0))
  AND (
      :words IS NULL
      OR instr(n.title, :words) OR instr(coalesce(n.notice_title, ''), :words)
      OR instr(coalesce(n.number, ''), :words) OR instr(n.issuers, :words)
  )
ORDER BY n.seq
