-- Days for all tasks together; for units whole years, and days of the years from :from to :to.
SELECT f.unit AS number, f.role, f.status, nullif(f.due, '') AS due, f.tasks
FROM unit_figures AS f
WHERE f.unit = 0
  AND f.tasks > 0
  AND (:region IS NULL OR f.region = :region)
UNION ALL
SELECT y.unit, y.role, y.status, iif(y.year = '', NULL, y.year || '-01-01'), y.tasks
FROM year_figures AS y
WHERE y.tasks > 0
  AND (y.year < :from OR y.year > :to)
  AND (:region IS NULL OR y.region = :region)
UNION ALL
SELECT f.unit, f.role, f.status, f.due, f.tasks
FROM year_figures AS y
CROSS JOIN unit_figures AS f
    ON f.unit = y.unit AND f.role = y.role AND f.region = y.region AND f.status = y.status
    AND f.due > y.year AND f.due < y.year || '.'
WHERE y.tasks > 0
  AND y.year >= :from
  AND y.year <= :to
  AND f.tasks > 0
  AND (:region IS NULL OR y.region = :region)
