-- Confirmed notices with measures that nobody follows. A notice that goes beyond a shorter text leaves to that text's
-- tasks the measures both have, so it may lack as many as the shorter text follows.
SELECT count(*)
FROM notices AS n
WHERE n.confirmed
  AND (SELECT count(*) FROM measures AS m
       WHERE m.notice = n.id
         AND NOT EXISTS (SELECT 1 FROM tasks AS t WHERE t.measure = m.id))
      > (SELECT count(*) FROM tasks AS shorter WHERE shorter.notice = n.fuller_than)
