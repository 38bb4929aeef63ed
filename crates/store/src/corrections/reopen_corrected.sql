-- What was settled by the correction that is void now; of one that dropped the measure, whatever no other correction settles.
DELETE FROM doubt_states
WHERE notice = ?1
  AND measure = ?2
  AND state = 'corrected'
  AND (
    field = ?3
    OR ?3 = 'dropped'
       AND field NOT IN (SELECT c.field FROM corrections AS c WHERE c.notice = ?1 AND c.measure = ?2)
  )
