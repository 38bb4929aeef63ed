SELECT one.uid AS one, other.uid AS other
FROM unit_distinctions AS d
JOIN units AS one ON one.id = d.one
JOIN units AS other ON other.id = d.other
