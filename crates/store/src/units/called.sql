SELECT uid, name, region
FROM units
WHERE uid = ?1
UNION
SELECT uid, name, region
FROM units
WHERE name = ?2
UNION
SELECT u.uid, u.name, u.region
FROM unit_aliases AS a
JOIN units AS u ON u.id = a.unit
WHERE a.alias = ?2
ORDER BY region, name
