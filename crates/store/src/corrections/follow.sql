UPDATE tasks
SET number = :number, title = :title, text = :text, deadline_raw = :deadline_raw, due = :due, deadline_kind = :deadline_kind,
    region = :region, begins = :begins
WHERE id = :task
