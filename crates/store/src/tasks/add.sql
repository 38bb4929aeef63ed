INSERT INTO tasks (
    uid, notice, measure, number, title, text, deadline_raw, due, deadline_kind, status, begins, region, first_lead, doubt_count
)
VALUES (
    :uid, :notice, :measure, :number, :title, :text, :deadline_raw, :due, :deadline_kind, :status, :begins, :region, :first_lead, :doubt_count
)
