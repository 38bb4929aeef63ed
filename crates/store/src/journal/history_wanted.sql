  AND (:from IS NULL OR at >= :from)
  AND (:until IS NULL OR at < :until)
  AND (:before IS NULL OR id < (SELECT id FROM operations WHERE uid = :before))
  AND (:label IS NULL OR label = :label)
  AND (:words IS NULL OR instr(label, :words) OR instr(summary, :words) OR instr(actor, :words))
ORDER BY id DESC
LIMIT :limit
