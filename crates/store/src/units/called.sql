SELECT id, name, region
FROM units
WHERE id = ?1
   OR name = ?2
   OR id IN (SELECT unit FROM unit_aliases WHERE alias = ?2)
ORDER BY region, name
