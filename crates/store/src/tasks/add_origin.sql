INSERT INTO task_origins (task, kind, words, person, day)
VALUES (:task, :kind, :words, :person, :day)
ON CONFLICT (task) DO UPDATE
SET kind = excluded.kind, words = excluded.words, person = excluded.person, day = excluded.day
