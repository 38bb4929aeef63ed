SELECT
    s.operation, s.last_change, s.seal, o.schema,
    lag(s.last_change, 1, 0) OVER (ORDER BY s.id) AS after,
    lag(s.seal, 1, x'') OVER (ORDER BY s.id) AS before
FROM seals AS s
JOIN operations AS o ON o.id = s.operation
ORDER BY s.id DESC
