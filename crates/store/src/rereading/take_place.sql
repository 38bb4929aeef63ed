UPDATE notices
SET duplicate_of = NULL, confirmed = gone.confirmed, fuller_than = gone.fuller_than
FROM notices AS gone
WHERE gone.id = ?1
  AND notices.id = ?2
