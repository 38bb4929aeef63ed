INSERT INTO corrections (uid, notice, measure, field, old, new, actor, at)
VALUES (:uid, :notice, :measure, :field, :old, :new, :actor, :at)
ON CONFLICT (notice, measure, field) DO UPDATE
SET old = excluded.old, new = excluded.new, actor = excluded.actor, at = excluded.at
WHERE old <> excluded.old OR new <> excluded.new
