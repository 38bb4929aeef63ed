INSERT INTO notices (
    uid, source, first_line, last_line, page, title, title_inferred, notice_title, number, issuers, region, issued, effective,
    expires, organizer, kind, indicators, claims, doubts, doubt_count, measure_count, measure_doubt_count, reading,
    duplicate_of, fuller_than, confirmed
)
VALUES (
    :uid, :source, :first_line, :last_line, :page, :title, :title_inferred, :notice_title, :number, :issuers, :region, :issued, :effective,
    :expires, :organizer, :kind, :indicators, :claims, :doubts, :doubt_count, :measure_count, :measure_doubt_count, :reading,
    (SELECT id FROM notices WHERE uid = :duplicate_of), (SELECT id FROM notices WHERE uid = :fuller_than), 0
)
