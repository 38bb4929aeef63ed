WHERE (:with_duplicates OR n.duplicate_of IS NULL)
  AND (:region IS NULL OR n.region = :region)
  AND (NOT :unconfirmed OR (n.confirmed = 0 AND n.measure_count > 0))
  AND (
      :words IS NULL
      OR instr(n.title, :words) OR instr(coalesce(n.notice_title, ''), :words)
      OR instr(coalesce(n.number, ''), :words) OR instr(n.issuers, :words)
  )
ORDER BY n.id
