-- Other files in which the same document stands, whole or in part.
SELECT DISTINCT s.name
FROM notices AS mine
JOIN notices AS other ON other.id IN (mine.duplicate_of, mine.fuller_than) OR mine.id IN (other.duplicate_of, other.fuller_than)
JOIN sources AS s ON s.id = other.source
WHERE mine.id IN (SELECT row FROM traces WHERE place = 'notices')
  AND other.id NOT IN (SELECT row FROM traces WHERE place = 'notices')
ORDER BY s.name
