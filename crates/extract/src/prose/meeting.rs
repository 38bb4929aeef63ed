//! The day of a meeting: the times in its minutes count from it where the minutes bear no day of their own.
//!
//! 2025年9月10日上午，县政府召开专题会议…会议要求，月底前开工。 Only a day with its year counts, and only in the opening words.

use chrono::{Datelike, NaiveDate};
use domain::{NoticeFacts, NoticeKind};

use crate::deadline::{DeadlineContext, YearSource};
use crate::flow::Flow;
use crate::head::day::day_at;

/// What the times of a document rest on.
pub(super) fn deadline_context(flow: &Flow<'_>, facts: &NoticeFacts) -> DeadlineContext {
    const OPENING: usize = 3;
    let context = DeadlineContext::of(facts);
    if facts.kind != NoticeKind::Minutes || context.issued.is_some() {
        return context;
    }
    let Some(day) = flow.pieces.iter().take(OPENING).find_map(|piece| day_of(piece.text)) else { return context };
    let (year, year_source) = match context.year {
        Some(year) => (year, context.year_source),
        None => (day.year(), YearSource::Elsewhere),
    };
    DeadlineContext { issued: Some(day), year: Some(year), year_source, ..context }
}

/// The first day with a year in a paragraph.
fn day_of(paragraph: &str) -> Option<NaiveDate> {
    let digits =
        paragraph.char_indices().filter(|(_, c)| c.is_ascii_digit() || matches!(c, '一' | '二')).map(|(at, _)| at);
    digits.take(40).find_map(|at| paragraph.get(at..).and_then(day_at)).map(|(day, _)| day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_a_meeting_has_a_year() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(day_of(text).map(|day| day.to_string()).as_deref(), expected, "{text}");
        };
        check("2025年9月10日上午，县政府召开专题会议。", Some("2025-09-10"));
        check("根据第3号通知，二〇二五年三月五日召开会议。", Some("2025-03-05"));
        check("9月10日上午，县政府召开专题会议。", None);
    }
}
