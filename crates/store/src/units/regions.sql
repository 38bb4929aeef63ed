SELECT region
FROM units
WHERE region <> ''
GROUP BY region
ORDER BY count(*) DESC, region
