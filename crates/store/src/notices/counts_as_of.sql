SELECT
    count(*) AS notices,
    coalesce(sum(n.confirmed = 0 AND n.measure_count > 0), 0) AS unconfirmed,
    coalesce(sum(n.id IN (SELECT older FROM version_links WHERE NOT taken_off)), 0) AS overtaken
FROM notices AS n {index}
WHERE {wanted}
