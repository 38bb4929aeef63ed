SELECT
    count(*) AS notices,
    count(*) FILTER (WHERE confirmed = 0 AND measure_count > 0) AS unconfirmed
FROM notices
WHERE duplicate_of IS NULL
