-- Of whole years: 0 for what has no due day, 1 for what is due before, 3 for later. Co-units are asked for no day.
SELECT
    y.unit AS number, y.role, y.status,
    iif(y.year = '' OR y.role <> 'lead', 0, iif(y.year < :from_year, 1, 3)) AS stretch,
    y.tasks AS tasks, NULL AS before, NULL AS within
FROM year_figures AS y
WHERE (y.role <> 'lead' OR y.year < :from_year OR y.year > :to_year)
  AND y.tasks > 0
  AND (:region IS NULL OR y.region = :region)
UNION ALL
-- Of the years of these days: what is due before and within; the rest is due later.
SELECT
    y.unit, y.role, y.status, 3, y.tasks,
    (
        SELECT coalesce(sum(f.tasks), 0)
        FROM unit_figures AS f
        WHERE f.unit = y.unit AND f.role = y.role AND f.region = y.region AND f.status = y.status
          AND f.due > y.year AND f.due < min(:from, y.year || '.')
    ),
    (
        SELECT coalesce(sum(f.tasks), 0)
        FROM unit_figures AS f
        WHERE f.unit = y.unit AND f.role = y.role AND f.region = y.region AND f.status = y.status
          AND f.due >= max(:from, y.year) AND f.due <= min(:to, y.year || '.')
    )
FROM year_figures AS y
WHERE y.role = 'lead'
  AND y.year >= :from_year
  AND y.year <= :to_year
  AND y.tasks > 0
  AND (:region IS NULL OR y.region = :region)
