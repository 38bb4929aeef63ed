-- A repetition of a notice that goes, or a fuller text of it, waits for a person again: its tasks go with the other.
UPDATE notices SET confirmed = 0
WHERE (duplicate_of IN (SELECT row FROM traces WHERE place = 'notices')
    OR fuller_than IN (SELECT row FROM traces WHERE place = 'notices'))
  AND id NOT IN (SELECT row FROM traces WHERE place = 'notices')
