INSERT INTO notices (
    id, uid, source, first_line, last_line, page, title, title_inferred, notice_title, number, issuers, region, issued, effective,
    expires, organizer, kind, indicators, claims, doubts, doubt_count, measure_count, measure_doubt_count, reading,
    duplicate_of, fuller_than, confirmed
)
SELECT
    n.seq, unhex(n.id, '-'), n.source, n.first_line, n.last_line, n.page, n.title, n.title_inferred, n.notice_title, n.number, n.issuers, n.region, n.issued, n.effective,
    n.expires, n.organizer, n.kind, n.indicators, n.claims, n.doubts, n.doubt_count, n.measure_count, :doubts, :reading,
    (SELECT o.seq FROM old_notices AS o WHERE o.id = n.duplicate_of),
    (SELECT o.seq FROM old_notices AS o WHERE o.id = n.fuller_than),
    n.confirmed
FROM old_notices AS n
WHERE n.seq = :seq
