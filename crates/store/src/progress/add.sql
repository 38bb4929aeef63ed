INSERT INTO progress_entries (uid, task, unit, text, difficulty, next_step, share, happened, recorded_at, actor, replaces)
SELECT
    :uid, t.id, (SELECT id FROM units WHERE uid = :unit), :text, :difficulty, :next_step, :share, :happened, :recorded_at, :actor,
    (SELECT id FROM progress_entries WHERE uid = :replaces)
FROM tasks AS t
WHERE t.uid = :task
