SELECT coalesce(sum(n.doubt_count + n.measure_doubt_count), 0)
FROM notices AS n {index}
WHERE {wanted}
