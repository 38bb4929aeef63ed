SELECT coalesce(sum(n.measure_count), 0)
FROM notices AS n {index}
WHERE {wanted}
