INSERT INTO doubt_states (notice, measure, field, rule, state, actor, at, doubts)
VALUES (:notice, :measure, :field, :rule, :state, :actor, :at, :doubts)
ON CONFLICT (notice, measure, field, rule) DO UPDATE
SET state = excluded.state, actor = excluded.actor, at = excluded.at, doubts = excluded.doubts
WHERE state <> excluded.state OR doubts <> excluded.doubts
