-- A name that ended in :until meant its successor in notices up to that month; later it means itself.
SELECT unit AS id
FROM unit_aliases
WHERE region = :region
  AND alias = :name
  AND (until IS NULL OR :month IS NULL OR :month <= until)
UNION ALL
SELECT id FROM units WHERE region = :region AND name = :name
LIMIT 1
