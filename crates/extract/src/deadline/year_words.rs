//! Years in words: 今年, 年内, 年底, 年中, 明年, “十四五”期间.

use super::characters::{is_behind, is_digit, is_numeral, starts_with};
use super::closing::closed;
use super::point::within_year;
use super::time::{Found, Time, Year};

/// 今年, 本年度, 当年, 全年, 明年, 次年, 去年, 年内, 年底, 年中, 岁末, with a month or quarter where one follows.
pub(super) fn from_words(text: &[char], at: usize) -> Option<Found> {
    const YEARS: &[(&str, Year)] = &[
        ("下一年", Year::Next),
        ("上一年", Year::Last),
        ("第二年", Year::Following),
        ("今年", Year::Own),
        ("本年", Year::Own),
        ("当年", Year::Own),
        ("全年", Year::Own),
        ("明年", Year::Next),
        ("来年", Year::Next),
        ("下年", Year::Next),
        ("次年", Year::Following),
        ("翌年", Year::Following),
        ("去年", Year::Last),
        ("上年", Year::Last),
    ];
    let c = *text.get(at)?;
    if c == '岁' {
        // 当前正值岁末年初 is a season, and no limit.
        let season = starts_with(text, at + 2, "年初") || starts_with(text, at + 2, "年关");
        let ends = !season && matches!(text.get(at + 1), Some('末' | '尾')) || starts_with(text, at, "岁杪");
        let mut found = closed(text, at, at + 2, Time::Year(Year::Own));
        found.at_end = true;
        return ends.then_some(found);
    }
    if c == '年' {
        let glued = |c: char| is_numeral(c) || is_digit(c) || "每半几多近往历当逐跨整周隔".contains(c);
        if is_behind(text, at, glued) {
            return None;
        }
        return match text.get(at + 1)? {
            '内' | '底' | '末' | '终' | '尾' => {
                Some(closed_year(text, at)).filter(|found| found.before || found.at_end)
            }
            '度' if matches!(text.get(at + 2), Some('内' | '末' | '底')) => Some(closed_year(text, at)),
            '中' => middle(text, at + 1, Year::Own, at),
            '初' => beginning(text, at + 1, Year::Own, at).filter(|found| found.before),
            _ => None,
        };
    }
    let (word, year) = YEARS.iter().find(|(word, _)| starts_with(text, at, word))?;
    let mut found = within_year(text, at, *year, at + word.chars().count());
    if c == '全' {
        found.whole_year = true;
    } else if c == '当' && found.time == Time::Year(Year::Own) && !found.before && !found.at_end {
        // 当年 alone refers to whatever year is spoken of.
        return None;
    }
    Some(found)
}

/// 年底, 年末, 年终, 年内, 年度内 without the word for the year.
fn closed_year(text: &[char], at: usize) -> Found {
    if matches!(text.get(at + 1), Some('终' | '尾')) {
        let mut found = closed(text, at, at + 2, Time::Year(Year::Own));
        found.at_end = found.before;
        return found;
    }
    closed(text, at, at + 1, Time::Year(Year::Own))
}

/// 2025年中, 2025年年中, 年中前: the end of June. 年中 inside other words (年中央, 年中考) is none.
pub(super) fn middle(text: &[char], at: usize, year: Year, from: usize) -> Option<Found> {
    let at = if text.get(at) == Some(&'年') { at + 1 } else { at };
    if text.get(at) != Some(&'中') || text.get(at + 1).is_some_and(|c| "央小考国期华学医等共秋级".contains(*c))
    {
        return None;
    }
    Some(closed(text, from, at + 1, Time::Half(year, 1)))
}

/// 2025年初: no day.
pub(super) fn beginning(text: &[char], at: usize, year: Year, from: usize) -> Option<Found> {
    if text.get(at) != Some(&'初') || matches!(text.get(at + 1), Some('步' | '级' | '中' | '始')) {
        return None;
    }
    let mut found = closed(text, from, at + 1, Time::Year(year));
    found.vague = true;
    Some(found)
}

/// “十四五”期间, 十四五末: the last year of the five-year plan.
pub(super) fn plan(text: &[char], at: usize) -> Option<Found> {
    let five = |n: usize| text.get(at + n) == Some(&'五');
    if text.get(at) != Some(&'十') || !five(2) {
        return None;
    }
    let ordinal = crate::numerals::chinese_digit(*text.get(at + 1)?)?;
    let end = 1955 + 5 * (9 + i32::try_from(ordinal).ok()?) + 5;
    let quoted = at > 0 && matches!(text.get(at - 1), Some('“' | '"' | '‘' | '「' | '＂'));
    let mut after = at + 3;
    if quoted && matches!(text.get(after), Some('”' | '"' | '’' | '」' | '＂')) {
        after += 1;
    }
    // “十四五”规划期末, 规划期内
    let period = if starts_with(text, after, "规划期") && !starts_with(text, after, "规划期间") {
        after + 3
    } else {
        after
    };
    let period = if starts_with(text, after, "规划期间") { after + 2 } else { period };
    let mut found = closed(text, if quoted { at - 1 } else { at }, period, Time::Plan(end));
    found.during |= period > after;
    // “十四五”规划 is a title, not a time.
    (found.during || found.at_end || found.before).then_some(found)
}
