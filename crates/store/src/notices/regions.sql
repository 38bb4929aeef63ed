-- From each region to the next one on the index, not over all notices.
WITH RECURSIVE found (region) AS (
    SELECT min(region) FROM notices
    UNION ALL
    SELECT (SELECT min(n.region) FROM notices AS n WHERE n.region > found.region) FROM found WHERE found.region IS NOT NULL
)
SELECT region FROM found WHERE region IS NOT NULL
