SELECT
    (SELECT count(*) FROM notices) - (SELECT count(*) FROM notices WHERE duplicate_of IS NOT NULL) AS notices,
    (SELECT count(*) FROM notices WHERE confirmed = 0 AND measure_count > 0) AS unconfirmed
