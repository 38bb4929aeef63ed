SELECT coalesce(sum(d.doubts), 0)
FROM doubt_states AS d
CROSS JOIN notices AS n ON n.id = d.notice
WHERE {wanted}
