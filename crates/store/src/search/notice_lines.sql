SELECT l.number, l.text
FROM notices AS n
JOIN source_lines AS l ON l.source = n.source AND l.number BETWEEN n.first_line AND n.last_line
WHERE n.seq = ?1
  AND l.text <> ''
ORDER BY l.entry
