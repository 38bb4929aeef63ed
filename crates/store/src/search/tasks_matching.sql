SELECT
    t.id, t.uid, coalesce(t.title, substr(t.text, 1, 40) || iif(length(t.text) > 40, '…', '')) AS title,
    (
        :words IS NULL
        OR holds(:words, t.text)
        OR holds(:words, t.text, t.number, t.title, t.deadline_raw, (
            SELECT group_concat(coalesce(tu.written, u.name), '、' ORDER BY tu.position)
            FROM task_units AS tu
            JOIN units AS u ON u.id = tu.unit
            WHERE tu.task = t.id
        ))
    ) AND (:day IS NULL OR t.begins <= :day) AS holds
FROM (SELECT rowid FROM task_index WHERE task_index MATCH :question ORDER BY rowid LIMIT :most) AS i
JOIN tasks AS t ON t.id = i.rowid
ORDER BY t.id
