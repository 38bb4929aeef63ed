SELECT name AS text
FROM units
WHERE instr(name, :typed)
GROUP BY name
ORDER BY instr(name, :typed), length(name), name
