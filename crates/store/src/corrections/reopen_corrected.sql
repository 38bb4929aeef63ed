DELETE FROM doubt_states
WHERE notice = ?1
  AND measure = ?2
  AND field = ?3
  AND state = 'corrected'
