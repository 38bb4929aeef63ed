SELECT
    last_change, summaries, seal,
    lag(last_change, 1, 0) OVER (ORDER BY id) AS after,
    lag(seal, 1, x'') OVER (ORDER BY id) AS before
FROM seals
ORDER BY id DESC
