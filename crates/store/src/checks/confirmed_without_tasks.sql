-- Confirmed notices with measures that nobody follows. A notice that goes beyond a shorter text leaves to that text's
-- tasks the measures both have, so it may lack as many as the shorter text follows. What a person dropped nobody follows.
SELECT count(*)
FROM notices AS n
WHERE n.confirmed
  AND n.measure_count - (SELECT count(*) FROM tasks AS t WHERE t.notice = n.id)
      > (SELECT count(*) FROM tasks AS shorter WHERE shorter.notice = n.fuller_than)
        + (
            SELECT count(*) FROM corrections AS c
            WHERE c.notice = n.id AND c.field = 'dropped' AND c.new ->> '$.value' IS NOT NULL
        )
