DELETE FROM review_drafts
WHERE notice = (SELECT id FROM notices WHERE uid = ?1)
  AND measure = ?2
