//! Points and periods of the calendar: years, months, days, quarters, halves, 旬, in every writing.

use super::characters::{
    behind_range_mark, digit_run, is_digit, is_stroke, skip_blanks, small_number, starts_with, two_digits,
};
use super::closing::closed;
use super::time::{Found, Time, Year};
use super::{named, year_words};
use crate::numerals::half_width;

/// An expression that begins with a number: a date with points, a year, a month, a quarter.
pub(super) fn numeric(text: &[char], at: usize, stated: bool) -> Option<Found> {
    if let Some((run, after)) = digit_run(text, at).filter(|(run, _)| run.len() >= 4)
        && let Some(found) =
            dotted(text, at, &run, after, stated).or_else(|| run_together(text, at, &run, after, stated))
    {
        return Some(found);
    }
    if let Some((from, year, after, range)) = year(text, at, stated) {
        let mut found = within_year(text, from, Year::Given(year), after);
        found.range |= range;
        found.during |= range;
        return Some(found);
    }
    short_year(text, at)
        .or_else(|| month(text, at, Year::Absent, at))
        .or_else(|| quarter(text, at, Year::Absent, at))
        .or_else(|| if stated { month_point_day(text, at) } else { None })
}

/// The rest of an expression behind its year.
pub(super) fn within_year(text: &[char], from: usize, year: Year, after: usize) -> Found {
    let next = skip_blanks(text, after);
    let next = if text.get(next) == Some(&'的') { next + 1 } else { next };
    // 本年度6月, 本年度三季度
    let finer = |at| {
        month(text, at, year, from)
            .or_else(|| quarter(text, at, year, from))
            .or_else(|| half_year(text, at, year, from))
    };
    let next = match text.get(next) {
        Some('度') if finer(next + 1).is_some() => next + 1,
        _ => next,
    };
    month(text, next, year, from)
        .or_else(|| first_months(text, next, year, from))
        .or_else(|| quarter(text, next, year, from))
        .or_else(|| half_year(text, next, year, from))
        .or_else(|| year_words::middle(text, next, year, from))
        .or_else(|| named::feast(text, next, year, from))
        .or_else(|| named::season(text, next, from))
        .or_else(|| year_words::beginning(text, next, year, from))
        .unwrap_or_else(|| closed(text, from, after, Time::Year(year)))
}

/// 2022.6.30, 2022-06-30, 2022/6/30, 2022.6, with or without 月 and 日 behind the numbers; `run` is its digits up to `after`.
fn dotted(text: &[char], at: usize, run: &str, after: usize, stated: bool) -> Option<Found> {
    let year: i32 = run.parse().ok().filter(|year| run.len() == 4 && (1990..=2099).contains(year))?;
    let point = |at: usize| {
        let at = skip_blanks(text, at);
        text.get(at)
            .filter(|c| matches!(c, '.' | '．' | '/' | '／' | '。' | '·') || is_stroke(**c))
            .map(|c| (*c, at + 1))
    };
    let (mark, next) = point(after).filter(|(mark, _)| *mark != '。')?;
    let (month, after) = two_digits(text, skip_blanks(text, next)).filter(|(month, _)| (1..=12).contains(month))?;
    let day = point(after).filter(|(other, _)| *other == mark || !is_stroke(*other)).and_then(|(_, next)| {
        let (day, after) = two_digits(text, skip_blanks(text, next)).filter(|(day, _)| (1..=31).contains(day))?;
        let close = skip_blanks(text, after);
        // 2025.3-12月 and 2025.3-6.30 are ranges.
        let ends = !matches!(text.get(close), Some('年' | '月' | '.' | '．'));
        ends.then(|| (day, if matches!(text.get(close), Some('日' | '号')) { close + 1 } else { after }))
    });
    let year = Year::Given(year);
    let mut found = match day {
        Some((day, after)) => closed(text, at, after, Time::Day(year, month, day)),
        None => {
            let close = skip_blanks(text, after);
            if matches!(text.get(close), Some('年' | '%' | '％' | '亿' | '万' | '元' | '个')) {
                return None;
            }
            let after = if text.get(close) == Some(&'月') { close + 1 } else { after };
            closed(text, at, after, Time::Month(year, month))
        }
    };
    // A number with a point may be anything; in a sentence the words around it must say that it is a date.
    let worded = found.before || found.at_end || day.is_some() || text.get(found.to.wrapping_sub(1)) == Some(&'月');
    // 2025.04-2025.11: two such numbers are months.
    let worded = worded || behind_range_mark(text, found.to).is_some_and(|next| is_year_with_point(text, next));
    found.dotted = true;
    (stated || worded).then_some(found)
}

/// 2025.11 behind the stroke of a range.
fn is_year_with_point(text: &[char], at: usize) -> bool {
    digit_run(text, at).is_some_and(|(run, after)| {
        run.len() == 4
            && run.starts_with("20")
            && matches!(text.get(after), Some('.' | '．'))
            && two_digits(text, after + 1).is_some_and(|(month, _)| (1..=12).contains(&month))
    })
}

/// 20251231; as a stated time also 202512. `run` is the digits up to `after`.
fn run_together(text: &[char], at: usize, run: &str, after: usize, stated: bool) -> Option<Found> {
    let part = |range: std::ops::Range<usize>| run.get(range).and_then(|digits| digits.parse::<u32>().ok());
    let year = part(0..4).filter(|year| (1990..=2099).contains(year))?;
    let year = Year::Given(i32::try_from(year).ok()?);
    let month = part(4..6).filter(|month| (1..=12).contains(month))?;
    let behind = text.get(skip_blanks(text, after));
    if matches!(behind, Some('年' | '号' | '元' | '个')) {
        return None;
    }
    match run.len() {
        8 => {
            let day = part(6..8).filter(|day| (1..=31).contains(day))?;
            Some(closed(text, at, after, Time::Day(year, month, day))).filter(|found| stated || found.before)
        }
        6 if stated => Some(closed(text, at, after, Time::Month(year, month))),
        _ => None,
    }
}

/// A four-digit year or the range of two: where it begins, its (last) year, what follows, whether it is a range.
fn year(text: &[char], at: usize, stated: bool) -> Option<(usize, i32, usize, bool)> {
    let (run, after) = spaced_year(text, at).or_else(|| digit_run(text, at))?;
    // An item number may be glued to the year: 562023年.
    let from = if (5..=7).contains(&run.len()) { after - 4 } else { at };
    let first: i32 = run.get(run.len().checked_sub(4)?..)?.parse().ok()?;
    if !(1950..=2099).contains(&first) || run.len() > 7 {
        return None;
    }
    let next = skip_blanks(text, after);
    let named = text.get(next) == Some(&'年');
    let behind = if named { skip_blanks(text, next + 1) } else { next };
    let behind = if named && text.get(behind) == Some(&'度') { behind + 1 } else { behind };
    if let Some(second) = behind_range_mark(text, behind)
        && let Some((run, after)) = digit_run(text, second).filter(|(run, _)| run.len() == 4)
    {
        let last: i32 = run.parse().ok()?;
        let close = skip_blanks(text, after);
        let named = text.get(close) == Some(&'年');
        let ends = named || (stated && !text.get(close).is_some_and(|c| is_digit(*c) || matches!(c, '.' | '-' | '/')));
        // 2023年至2025年6月 is no range of whole years: its end is found by itself.
        if (first..=first + 30).contains(&last)
            && ends
            && month(text, skip_blanks(text, close + 1), Year::Absent, close).is_none()
        {
            return Some((from, last, if named { close + 1 } else { after }, true));
        }
    }
    let alone = stated && from == 0 && run.len() == 4 && matches!(text.get(next), None | Some('前'));
    (named || alone).then_some((from, first, if named { next + 1 } else { after }, false))
}

/// 2 0 2 3年: four digits, each by itself.
fn spaced_year(text: &[char], at: usize) -> Option<(String, usize)> {
    // Digits that stand apart are rare, and the second character tells.
    text.get(at + 1).filter(|c| c.is_whitespace())?;
    let mut digits = String::new();
    let mut after = at;
    while digits.len() < 4 {
        let digit = text.get(after).map(|c| half_width(*c)).filter(char::is_ascii_digit)?;
        digits.push(digit);
        after += 1;
        let next = skip_blanks(text, after);
        if next == after && digits.len() < 4 {
            return None;
        }
        after = next;
    }
    Some((digits, after))
}

/// 25年6月, 25年底: a year of two digits, with a month or an end behind it.
fn short_year(text: &[char], at: usize) -> Option<Found> {
    let (run, after) = digit_run(text, at)?;
    let year: i32 = run.parse().ok().filter(|year| run.len() == 2 && (15..=49).contains(year))?;
    let close = skip_blanks(text, after);
    if text.get(close) != Some(&'年') {
        return None;
    }
    let found = within_year(text, at, Year::Given(2000 + year), close + 1);
    (found.at_end || !matches!(found.time, Time::Year(_))).then_some(found)
}

/// A month, or the last of a run of months (1—6月), with a day where one follows.
pub(super) fn month(text: &[char], at: usize, year: Year, from: usize) -> Option<Found> {
    let (mut month, mut after, mut range) = match text.get(at)? {
        '元' if text.get(at + 1) == Some(&'月') => (1, at + 1, false),
        _ => small_number(text, at).map(|(month, after)| (month, after, false))?,
    };
    let second = match text.get(skip_blanks(text, after)) {
        Some('、' | '和' | '/') => Some(skip_blanks(text, after) + 1),
        _ => behind_range_mark(text, after),
    };
    if let Some((last, behind)) = second.and_then(|second| small_number(text, second))
        && text.get(skip_blanks(text, behind)) == Some(&'月')
        && (1..=12).contains(&month)
    {
        (month, after, range) = (last, behind, true);
    }
    let close = skip_blanks(text, after);
    if text.get(close) != Some(&'月') || !(1..=12).contains(&month) {
        return None;
    }
    let mut behind = close + 1;
    if text.get(behind) == Some(&'份') {
        behind += 1;
    }
    let mut found = day_of_month(text, behind, year, month, from)
        .or_else(|| part_of_month(text, behind, year, month, from))
        .unwrap_or_else(|| closed(text, from, behind, Time::Month(year, month)));
    found.range |= range;
    Some(found)
}

/// The day behind a month, or the last of a run of days: 15日, 10-12日.
fn day_of_month(text: &[char], at: usize, year: Year, month: u32, from: usize) -> Option<Found> {
    let (mut day, mut after) = small_number(text, skip_blanks(text, at))?;
    let mut range = false;
    if let Some((last, behind)) = behind_range_mark(text, after).and_then(|second| small_number(text, second))
        && matches!(text.get(skip_blanks(text, behind)), Some('日' | '号'))
    {
        (day, after, range) = (last, behind, true);
    }
    let close = skip_blanks(text, after);
    let named = matches!(text.get(close), Some('日' | '号'));
    // 6月15前: 日 is left out.
    let ends = text.get(close).is_none_or(|c| "前，。；）)、".contains(*c)) && is_digit(*text.get(after - 1)?);
    if !(named || ends) || !(1..=31).contains(&day) {
        return None;
    }
    let mut found = closed(text, from, if named { close + 1 } else { after }, Time::Day(year, month, day));
    found.range = range;
    Some(found)
}

/// Parts of a month and their last days. 31 stands for the last of the month. The words of the last three leave the day open.
const PARTS: &[(&str, u32)] = &[
    ("中上旬", 20),
    ("中下旬", 31),
    ("上中旬", 20),
    ("上旬", 10),
    ("中旬", 20),
    ("下旬", 31),
    ("上半月", 15),
    ("下半月", 31),
    ("月初", 10),
    ("初", 10),
    ("中", 15),
];

/// 上旬, 中旬, 月初 at a character: the last day, what follows, whether the day is left open.
pub(super) fn part(text: &[char], at: usize) -> Option<(u32, usize, bool)> {
    let at = skip_blanks(text, at);
    let (word, day) = PARTS.iter().find(|(word, _)| starts_with(text, at, word))?;
    // 10月中央…, 6月初步… are other words.
    let other = |words: &str| text.get(at + 1).is_some_and(|c| words.contains(*c));
    if *word == "中" && other("央小考国华学医介间心等秋") || *word == "初" && other("步级中次始") {
        return None;
    }
    Some((*day, at + word.chars().count(), matches!(*word, "月初" | "初" | "中")))
}

fn part_of_month(text: &[char], at: usize, year: Year, month: u32, from: usize) -> Option<Found> {
    let (day, after, vague) = part(text, at)?;
    let mut found = closed(text, from, after, Time::Part(year, month, day));
    found.vague |= vague;
    Some(found)
}

/// 6.30前 as a stated time.
fn month_point_day(text: &[char], at: usize) -> Option<Found> {
    let (month, after) = two_digits(text, at).filter(|(month, _)| (1..=12).contains(month))?;
    text.get(after).filter(|c| matches!(c, '.' | '．'))?;
    let (day, end) = two_digits(text, after + 1).filter(|(day, _)| (1..=31).contains(day))?;
    let after = if text.get(end) == Some(&'日') { end + 1 } else { end };
    let found = closed(text, at, after, Time::Day(Year::Absent, month, day));
    let whole = at == 0 && end == text.len() && end - at >= 4;
    (found.before || after > end || whole).then_some(found)
}

/// 第三季度, 3季度, 三季度, 一至三季度.
pub(super) fn quarter(text: &[char], at: usize, year: Year, from: usize) -> Option<Found> {
    // 2025年Q3
    if matches!(text.get(at), Some('Q' | 'q' | 'Ｑ')) {
        let (value, after) = two_digits(text, at + 1).filter(|(value, _)| (1..=4).contains(value))?;
        let after = if starts_with(text, after, "季度") { after + 2 } else { after };
        return Some(closed(text, from, after, Time::Quarter(year, value)));
    }
    let start = if text.get(at) == Some(&'第') { at + 1 } else { at };
    let (mut value, mut after) = small_number(text, skip_blanks(text, start))?;
    let second = match text.get(skip_blanks(text, after)) {
        Some('、' | '和' | '/') => Some(skip_blanks(text, after) + 1),
        _ => behind_range_mark(text, after),
    };
    let mut range = false;
    if let Some((last, behind)) = second.and_then(|second| {
        let second = if text.get(second) == Some(&'第') { second + 1 } else { second };
        small_number(text, second)
    }) && starts_with(text, skip_blanks(text, behind), "季度")
    {
        (value, after, range) = (last, behind, true);
    }
    let close = skip_blanks(text, after);
    if !starts_with(text, close, "季度") || !(1..=4).contains(&value) {
        return None;
    }
    let mut found = closed(text, from, close + 2, Time::Quarter(year, value));
    found.range = range;
    Some(found)
}

/// 前五个月, 前三季度, 前两个季度, 头三个月: up to the end of the last.
pub(super) fn first_months(text: &[char], at: usize, year: Year, from: usize) -> Option<Found> {
    if !matches!(text.get(at)?, '前' | '头') {
        return None;
    }
    let (count, after) = small_number(text, skip_blanks(text, at + 1))?;
    let close = skip_blanks(text, after);
    let (after, time) = if starts_with(text, close, "个月") && (2..=12).contains(&count) {
        (close + 2, Time::Month(year, count))
    } else if starts_with(text, close, "个季度") && (1..=4).contains(&count) {
        (close + 3, Time::Quarter(year, count))
    } else if starts_with(text, close, "季度") && (1..=4).contains(&count) {
        (close + 2, Time::Quarter(year, count))
    } else {
        return None;
    };
    let mut found = closed(text, from, after, time);
    found.range = true;
    Some(found)
}

/// 上半年, 下半年.
pub(super) fn half_year(text: &[char], at: usize, year: Year, from: usize) -> Option<Found> {
    let half = match text.get(at)? {
        '上' => 1,
        '下' => 2,
        _ => return None,
    };
    starts_with(text, at + 1, "半年").then(|| closed(text, from, at + 3, Time::Half(year, half)))
}
