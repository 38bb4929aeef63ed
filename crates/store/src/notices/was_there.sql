(
    +n.issued <= :day
    OR (n.issued IS NULL AND coalesce(first_day(n.number, n.title), '') <= :day)
)
