SELECT name AS text
FROM units
WHERE instr(name, :typed){there}
GROUP BY name
ORDER BY instr(name, :typed), length(name), name
