INSERT INTO notices (
    id, source, first_line, last_line, page, title, title_inferred, notice_title, number, issuers, region,
    issued, effective, expires, organizer, kind, indicators, claims, doubts, doubt_count, measure_count, duplicate_of, fuller_than,
    confirmed
)
VALUES (
    :id, :source, :first_line, :last_line, :page, :title, :title_inferred, :notice_title, :number, :issuers, :region,
    :issued, :effective, :expires, :organizer, :kind, :indicators, :claims, :doubts, :doubt_count, :measure_count, :duplicate_of, :fuller_than,
    0
)
