SELECT id FROM units WHERE region = ?1 AND name = ?2
UNION ALL
SELECT unit FROM unit_aliases WHERE region = ?1 AND alias = ?2
LIMIT 1
