SELECT text
FROM (
    SELECT name AS text, 1 AS rank FROM units WHERE instr(name, :typed)
    UNION
    SELECT title, 2 FROM notices WHERE duplicate_of IS NULL AND instr(title, :typed)
    UNION
    SELECT title, 3 FROM tasks WHERE instr(title, :typed)
)
GROUP BY text
ORDER BY min(rank), instr(text, :typed), length(text), text
LIMIT :limit
