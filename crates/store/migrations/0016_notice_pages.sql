-- The orders that notices are paged in.
CREATE INDEX notices_by_issue ON notices (issued);
CREATE INDEX notices_by_measures ON notices (measure_count);

-- All that the list of notices is narrowed and counted by: their rows, with what they say of themselves, are ten times
-- as large.
CREATE INDEX notices_listed ON notices (
    duplicate_of, confirmed, measure_count, region, issued, title, notice_title, number, issuers, doubt_count,
    measure_doubt_count
);
