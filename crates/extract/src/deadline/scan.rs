//! Finding expressions of time in text: 2022年6月底前, 3-10月, 下月15日, 春节前, “十四五”期间, 印发后20日内.
//!
//! Only what stands there is told; what it means is judged in [`super::meaning`]. Each kind has a file: points of the
//! calendar, times near the issue, feasts and seasons, spans; ranges join two of them.

use std::sync::LazyLock;

use super::characters::{behind_range_mark, is_behind, is_digit, is_numeral, skip_blanks, two_digits};
use super::closing::closed;
use super::time::{Found, Time, Year};
use super::{named, nearby, point, span, year_words};
use crate::lexicon::CharacterBits;
use crate::numerals::half_width;

/// No clause states more times than this; what goes on and on is no clause, and judging each costs.
const MOST: usize = 200;

/// The expressions of time, in order and without overlap; the first [`MOST`] of them. In a place that states a time and
/// nothing else (`stated`), shorter writings are times too: 2023-2025, 202512, 6.30前, 15日前.
pub(super) fn scan(text: &[char], stated: bool) -> Vec<Found> {
    static BEGINNINGS: LazyLock<CharacterBits> =
        LazyLock::new(|| CharacterBits::of(BEGIN_TIMES.chars()).with(named::beginnings()));
    let beginnings = &*BEGINNINGS;
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text.get(at).filter(|_| found.len() < MOST) {
        if !beginnings.may_hold(half_width(*c)) || !may_go_on(half_width(*c), text.get(at + 1)) {
            at += 1;
            continue;
        }
        match expression(text, at, stated) {
            Some(expression) if expression.to > at => {
                let expression = with_range(text, expression, stated);
                at = expression.to;
                found.push(expression);
            }
            _ => at += 1,
        }
    }
    found
}

/// What an [`expression`] begins with, apart from the names of feasts and seasons.
const BEGIN_TIMES: &str = "0123456789一二两三四五六七八九十〇第半元前头上下本次当这今全明来翌去年岁周星礼月季";

/// Whether an [`expression`] that begins with a character may go on with the next: 一月 and 本周, not 一批 and 本市. The first characters are
/// common ones, so that two are looked at before each kind of expression is tried.
fn may_go_on(first: char, next: Option<&char>) -> bool {
    struct Seconds {
        numeral: CharacterBits,
        count: CharacterBits,
        near: CharacterBits,
        year: CharacterBits,
    }
    static SECONDS: LazyLock<Seconds> = LazyLock::new(|| {
        let with_names = |characters: &str| CharacterBits::of(characters.chars()).with(named::seconds());
        Seconds {
            numeral: with_names(&format!("{NUMERALS}{RANGE_MARKS}、和/个工自日天号星周年小月季旬半")),
            count: with_names(NUMERALS),
            near: with_names("半一下个年周星礼月季"),
            year: with_names("年天日"),
        }
    });
    let Some(next) = next.map(|c| half_width(*c)) else { return matches!(first, '月' | '季') };
    let seconds = match first {
        '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '〇' | '第' | '半' | '元' => {
            &SECONDS.numeral
        }
        '前' | '头' => &SECONDS.count,
        '上' | '下' | '本' | '次' | '当' | '这' => &SECONDS.near,
        '今' | '全' | '明' | '来' | '翌' | '去' => &SECONDS.year,
        '0'..='9' | '年' | '岁' | '周' | '星' | '礼' | '月' | '季' => return true,
        '“' | '"' | '‘' | '「' => named::beginnings(),
        // A name of one character may go on with anything.
        _ if named::seconds().may_hold(first) => return true,
        _ => named::seconds(),
    };
    next.is_whitespace() || seconds.may_hold(next)
}

/// What numbers are written with, in half-width characters.
const NUMERALS: &str = "0123456789Oo〇零○Ο一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖";
/// What stands between the ends of a range, in half-width characters.
const RANGE_MARKS: &str = "至到—–-~―─﹣‐‑−∼〜";

/// The expression that begins at a character.
fn expression(text: &[char], at: usize, stated: bool) -> Option<Found> {
    let c = half_width(*text.get(at)?);
    let glued = || is_behind(text, at, if c.is_ascii_digit() { is_digit } else { is_numeral });
    let special = || named::feast(text, at, Year::Absent, at).or_else(|| named::season(text, at, at));
    match c {
        '0'..='9' if glued() => None,
        '0'..='9' => span::span(text, at, stated)
            .or_else(|| point::numeric(text, at, stated))
            .or_else(|| nearby::bare(text, at, stated)),
        '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '〇' | '第' | '半' | '元' =>
        {
            if glued() {
                return None;
            }
            special()
                .or_else(|| year_words::plan(text, at))
                .or_else(|| span::span(text, at, stated))
                .or_else(|| year_words::from_words(text, at))
                .or_else(|| point::numeric(text, at, stated))
                .or_else(|| nearby::bare(text, at, stated))
        }
        '前' | '头' => point::first_months(text, at, Year::Absent, at),
        '上' | '下' | '本' | '次' | '当' | '这' => point::half_year(text, at, Year::Absent, at)
            .or_else(|| nearby::near(text, at))
            .or_else(|| year_words::from_words(text, at))
            .or_else(special),
        '今' | '全' | '明' | '来' | '翌' | '去' | '年' | '岁' => {
            year_words::from_words(text, at).or_else(|| nearby::today(text, at)).or_else(special)
        }
        '周' | '星' | '礼' | '月' | '季' => nearby::bare(text, at, stated),
        _ => special(),
    }
}

/// An expression with the second end of a range, where one follows: 3月1日至7月底, 2025.3-2025.12, 一季度至三季度.
fn with_range(text: &[char], first: Found, stated: bool) -> Found {
    if first.before || matches!(first.time, Time::Span(_) | Time::Feast(..) | Time::Season) {
        return first;
    }
    let Some(second) = behind_range_mark(text, first.to) else { return first };
    let last = match short_end(text, &first, second) {
        Some(last) => last,
        None => match expression(text, second, stated || first.dotted) {
            Some(last) if !matches!(last.time, Time::Span(_) | Time::Plan(_)) => last,
            _ => return first,
        },
    };
    let time = if last.time.year() == Some(Year::Absent) || last.time.year() == Some(Year::Following) {
        carried(last.time, first.time)
    } else {
        last.time
    };
    Found { from: first.from, time, range: true, during: true, vague: first.vague || last.vague, ..last }
}

/// The second end that leaves out what the first says: 3月1日至31日, 2025.3-12, 2025.3.1-6.30.
fn short_end(text: &[char], first: &Found, at: usize) -> Option<Found> {
    let (number, after) = two_digits(text, at)?;
    // 5 月 6 日-12 日
    let close = skip_blanks(text, after);
    let after = if matches!(text.get(close), Some('日' | '号')) { close } else { after };
    let next = text.get(after);
    match first.time {
        Time::Day(year, month, _) if matches!(next, Some('日' | '号')) => {
            (1..=31).contains(&number).then(|| closed(text, at, after + 1, Time::Day(year, month, number)))
        }
        Time::Day(year, ..) if first.dotted && matches!(next, Some('.' | '．' | '/')) => {
            let (day, after) = two_digits(text, after + 1)?;
            let fits = (1..=12).contains(&number) && (1..=31).contains(&day);
            fits.then(|| closed(text, at, after, Time::Day(year, number, day)))
        }
        Time::Month(year, _) if first.dotted && !matches!(next, Some('年' | '.' | '．' | '/' | '日')) => {
            let after = if next == Some(&'月') { after + 1 } else { after };
            (1..=12).contains(&number).then(|| closed(text, at, after, Time::Month(year, number)))
        }
        _ => None,
    }
}

/// A time without a year with that of the time before it; 11月至3月 ends in the year after.
pub(super) fn carried(time: Time, before: Time) -> Time {
    let Some(year) = before.year() else { return time };
    let finer = !super::closing::is_yearly(before);
    let earlier = finer && time.month().zip(before.month()).is_some_and(|(month, before_month)| month < before_month);
    let following = time.year() == Some(Year::Following);
    match year {
        Year::Given(year) if following || earlier => time.with_year(Year::Given(year + 1)),
        Year::Own if following || earlier => time.with_year(Year::Next),
        Year::Absent if following || earlier => time.with_year(Year::Next),
        year => time.with_year(year),
    }
}
