SELECT
    p.uid, t.uid AS task, t.title AS task_title, t.text AS task_text, n.uid AS notice, n.title AS notice_title, u.uid AS unit, u.name AS unit_name,
    p.text, p.difficulty, p.next_step, p.share, p.happened, p.recorded_at, p.actor, r.uid AS replaces, l.uid AS replaced_by,
    (
        SELECT json_group_array(json_array(hex(e.uid), e.name, c.size, json((
            -- The same content with an entry that was there before.
            SELECT json_array(o.name, op.happened, coalesce(ot.title, substr(ot.text, 1, 20)))
            FROM evidence_files AS o
            JOIN progress_entries AS op ON op.id = o.progress
            JOIN tasks AS ot ON ot.id = op.task
            WHERE o.content = e.content AND o.id < e.id AND op.id <> p.id AND op.id IS NOT p.replaces
            ORDER BY o.id LIMIT 1
        ))))
        FROM evidence_files AS e
        JOIN contents AS c ON c.id = e.content
        WHERE e.progress = p.id
    ) AS evidence,
    b.text AS before_text, b.share AS before_share, b.happened AS before_day
FROM progress_entries AS p
JOIN tasks AS t ON t.id = p.task
LEFT JOIN notices AS n ON n.id = t.notice
LEFT JOIN units AS u ON u.id = p.unit
LEFT JOIN progress_entries AS r ON r.id = p.replaces
LEFT JOIN progress_entries AS l ON l.replaces = p.id
-- What the same unit said of the same task last, before this.
LEFT JOIN progress_entries AS b ON b.id = (
    SELECT q.id FROM progress_entries AS q
    WHERE q.task = p.task AND q.unit IS p.unit AND (q.happened, q.id) < (p.happened, p.id) AND q.id IS NOT p.replaces
      AND NOT EXISTS (SELECT 1 FROM progress_entries AS later WHERE later.replaces = q.id)
    ORDER BY q.happened DESC, q.id DESC LIMIT 1
)
