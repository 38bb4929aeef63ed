//! What stands for the day of issue where a notice prints none.
//!
//! Minutes count from the day of the meeting, which their opening words name: 2025年9月10日上午，县政府召开专题会议…会议要求，月底前开工。 Only
//! a day with its year counts. Of a notice whose number alone names a year the person is told that the day is missing.

use chrono::NaiveDate;
use domain::tree::Piece;
use domain::{Doubt, Field, NoticeFacts, NoticeKind};

use super::compact::compact;
use super::day::day_at;

rules! {
    HEAD_DAY_OF_MEETING = "head.day_of_meeting", "没有成文日期，取会议召开的日期";
    HEAD_YEAR_OF_NUMBER = "head.year_of_number", "没有成文日期，只有发文字号写明年份";
}

/// Gives minutes without a day that of their meeting.
pub(crate) fn take_day_of_meeting(facts: &mut NoticeFacts, doubts: &mut Vec<Doubt>, lines: &[Piece<'_>]) {
    /// So many paragraphs with words may hold the title, the number and the opening sentence.
    const OPENING: usize = 6;
    if facts.kind != NoticeKind::Minutes || facts.issued.is_some() {
        return;
    }
    let opening = lines.iter().filter(|line| !line.text().trim().is_empty()).take(OPENING);
    let found = opening.into_iter().find_map(|line| day_of(&compact(line.text())).map(|day| (day, line.number)));
    let Some((day, line)) = found else { return };
    facts.issued = Some(day);
    let alternative = "文中没有成文日期，按会议召开的日期起算，请核对";
    doubts.push(Doubt::new(Field::Dates, HEAD_DAY_OF_MEETING, day.to_string(), alternative).on_line(line));
}

/// The doubt about a notice whose day nobody prints and whose number says the year: what it orders counts from 1 January.
pub(crate) fn doubt_of_year(facts: &NoticeFacts) -> Option<Doubt> {
    let number = facts.number.as_deref().filter(|_| facts.issued.is_none() && !facts.kind.orders_nothing())?;
    let day = domain::first_day(None, Some(number), "")?;
    let alternative = format!("没有读到成文日期，按发文字号中的年份从{day}起算，请对照原文补上");
    Some(Doubt::new(Field::Dates, HEAD_YEAR_OF_NUMBER, number, alternative))
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
