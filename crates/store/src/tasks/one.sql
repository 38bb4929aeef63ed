FROM {tasks} AS t
LEFT JOIN notices AS n ON n.id = t.notice
WHERE t.uid = :id
