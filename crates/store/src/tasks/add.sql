INSERT INTO tasks (id, notice, measure, number, title, text, deadline_raw, due, deadline_kind, status, doubt_count)
VALUES (:id, :notice, :measure, :number, :title, :text, :deadline_raw, :due, :deadline_kind, :status, :doubt_count)
