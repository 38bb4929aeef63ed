UPDATE notices
SET first_line = :first_line, last_line = :last_line, page = :page, title = :title, title_inferred = :title_inferred,
    notice_title = :notice_title, number = :number, issuers = :issuers, region = :region, issued = :issued,
    effective = :effective, expires = :expires, organizer = :organizer, kind = :kind, indicators = :indicators,
    claims = :claims, doubts = :doubts, doubt_count = :doubt_count, measure_count = :measure_count,
    measure_doubt_count = :measure_doubt_count, reading = :reading
WHERE id = :notice
