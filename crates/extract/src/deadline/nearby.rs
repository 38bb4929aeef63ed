//! Times counted from the day of issue without a number of days: 本周五, 下月15日, 本季度末, 月底前, 明天下班前.

use super::characters::{behind_word, is_behind, is_digit, is_numeral, skip_blanks, small_number, starts_with};
use super::closing::closed;
use super::point::part;
use super::time::{Found, Near, Time, Year};

/// Words before 周, 月, 季 and how many of them ahead they mean.
const PREFIXES: &[(&str, i32)] = &[
    ("下下个", 2),
    ("下下", 2),
    ("下一个", 1),
    ("下个", 1),
    ("下一", 1),
    ("下", 1),
    ("次", 1),
    ("本", 0),
    ("这个", 0),
    ("这", 0),
    ("当", 0),
    ("上一个", -1),
    ("上个", -1),
    ("上一", -1),
    ("上", -1),
];

/// 本周五, 下个月底, 次月10日前, 本季度末; what is past (上月) is no time to come.
pub(super) fn near(text: &[char], at: usize) -> Option<Found> {
    if is_behind(text, at, |c| is_numeral(c) || is_digit(c)) {
        return None;
    }
    let (word, ahead) = PREFIXES.iter().find(|(word, _)| starts_with(text, at, word))?;
    let unit = at + word.chars().count();
    let found = week(text, at, unit, *ahead)
        .or_else(|| month(text, at, unit, *ahead))
        .or_else(|| quarter(text, at, unit, *ahead))?;
    Some(if *ahead < 0 { Found { time: Time::Year(Year::Last), ..found } } else { found })
}

/// 今天下班前, 明日12时前.
pub(super) fn today(text: &[char], at: usize) -> Option<Found> {
    let (after, ahead) = behind_word(text, at, &["今天", "今日"])
        .map(|after| (after, 0))
        .or_else(|| behind_word(text, at, &["明天", "明日"]).map(|after| (after, 1)))?;
    Some(closed(text, at, after, Time::Near(Near::Day(ahead)))).filter(|found| found.before)
}

/// 周五, 周末, 周内.
fn week(text: &[char], from: usize, at: usize, ahead: i32) -> Option<Found> {
    let after = behind_word(text, at, &["周", "星期", "礼拜"])?;
    if let Some(day) = weekday(text, after) {
        return Some(closed(text, from, after + 1, Time::Near(Near::Week(ahead, day))));
    }
    let after = if text.get(after) == Some(&'末') { after + 1 } else { after };
    let found = closed(text, from, after, Time::Near(Near::Week(ahead, 6)));
    // 周期, 周边, 周转 are other words.
    let ends = text.get(found.to).is_none_or(|c| !"期边报转密岁刊年全".contains(*c));
    (ends || found.before).then_some(found)
}

/// Monday = 0.
fn weekday(text: &[char], at: usize) -> Option<u32> {
    let c = *text.get(at)?;
    let day = "一二三四五六日".chars().position(|day| day == c || (c == '天' && day == '日'))?;
    u32::try_from(day).ok()
}

/// 月15日, 月下旬, 月底.
fn month(text: &[char], from: usize, at: usize, ahead: i32) -> Option<Found> {
    let after = behind_word(text, at, &["个月", "月份", "月"])?;
    if let Some((day, behind)) = small_number(text, skip_blanks(text, after)) {
        let close = skip_blanks(text, behind);
        if matches!(text.get(close), Some('日' | '号')) && (1..=31).contains(&day) {
            return Some(closed(text, from, close + 1, Time::Near(Near::Month(ahead, day))));
        }
    }
    if let Some((day, behind, vague)) = part(text, after) {
        let found = closed(text, from, behind, Time::Near(Near::Month(ahead, day)));
        return Some(Found { vague: vague || found.vague, ..found });
    }
    Some(closed(text, from, after, Time::Near(Near::Month(ahead, 31))))
}

/// 季度末, 季末.
fn quarter(text: &[char], from: usize, at: usize, ahead: i32) -> Option<Found> {
    let after = behind_word(text, at, &["个季度", "季度", "季"])?;
    Some(closed(text, from, after, Time::Near(Near::Quarter(ahead))))
}

/// 周五前, 月底前, 季末前, and as a stated time 15日前: the next after the issue.
pub(super) fn bare(text: &[char], at: usize, stated: bool) -> Option<Found> {
    let c = *text.get(at)?;
    let counted = |c: char| is_numeral(c) || is_digit(c) || "个每本次下上当各整逐按半隔跨这双单第首末".contains(c);
    if is_behind(text, at, counted) {
        return None;
    }
    let found = match c {
        '周' | '星' | '礼' => {
            let after = behind_word(text, at, &["周", "星期", "礼拜"])?;
            closed(text, at, after + 1, Time::Near(Near::NextWeekday(weekday(text, after)?)))
        }
        '月' => closed(text, at, at + 1, Time::Near(Near::NextDay(31))),
        '季' => {
            let after = behind_word(text, at, &["季度", "季"])?;
            Found { vague: true, ..closed(text, at, after, Time::Near(Near::Quarter(0))) }
        }
        _ if stated => {
            let (day, after) = small_number(text, at).filter(|(day, _)| (1..=31).contains(day))?;
            let close = skip_blanks(text, after);
            if !matches!(text.get(close), Some('日' | '号')) {
                return None;
            }
            closed(text, at, close + 1, Time::Near(Near::NextDay(day)))
        }
        _ => return None,
    };
    let limit = found.before && text.get(found.to.wrapping_sub(1)) != Some(&'内');
    let ends = found.at_end || !matches!(c, '月' | '季');
    (limit && ends).then_some(found)
}
