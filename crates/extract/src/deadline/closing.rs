//! The words that close an expression of time: 底, 前, 内, 期间, and the weekday and hour behind a day.

use super::characters::{behind_word, skip_blanks, small_number, starts_with, two_digits};
use super::time::{Found, Near, Time};

/// An expression with the words that close it.
pub(super) fn closed(text: &[char], from: usize, to: usize, time: Time) -> Found {
    let mut found = Found::new(from, to, time);
    let step = |words: &[&str], found: &mut Found| {
        let after = behind_word(text, found.to, words);
        found.to = after.unwrap_or(found.to);
        after.is_some()
    };
    found.reckoned = matches!(time, Time::Year(_)) && step(&["度"], &mut found);
    found.during = step(&["期间", "时期", "全年"], &mut found);
    let ends: &[&str] = if is_yearly(time) {
        &["年底", "年末", "年终", "期末", "底", "末"]
    } else {
        &["月底", "月末", "季末", "底", "末"]
    };
    found.at_end = (!is_other_word(text, found.to)) && step(ends, &mut found);
    if matches!(time, Time::Day(..) | Time::Near(_)) {
        found.to = behind_weekday(text, found.to);
        found.to = behind_word(text, found.to, &["（含）", "(含)", "（含当日）", "（含当天）", "（含本日）"])
            .unwrap_or(found.to);
        found.to = behind_hour(text, found.to);
    }
    // 下季度初, 三季度初, 下半年初: its first days.
    let begins = (!found.at_end).then(|| first_days(time)).flatten();
    if let Some(begins) = begins
        && !matches!(text.get(skip_blanks(text, found.to) + 1), Some('步' | '级' | '中' | '始'))
        && step(&["初"], &mut found)
    {
        (found.time, found.vague) = (begins, true);
    }
    // 9月前后, 8月中旬左右, 约10月底: about then.
    found.vague |= step(ABOUT, &mut found) || is_about(text, from);
    if !is_other_word(text, found.to) {
        found.before = step(&["之前", "以前", "前夕", "前", "之内", "以内", "内", "为止", "止"], &mut found);
    }
    found
}

/// Behind a time these say that the day is not settled.
pub(super) const ABOUT: &[&str] = &["前后", "左右", "上下"];

/// Whether 约, 大约, 大概 stands before a time, so that its day is not settled; 节约, 合约 are other words.
pub(super) fn is_about(text: &[char], at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    match before {
        [.., other, '约'] => !"节合制条签履公预违契邀简集".contains(*other),
        ['约'] | [.., '大', '概'] => true,
        _ => false,
    }
}

/// The first days of a quarter or half of a year, as 月初 is those of a month.
fn first_days(time: Time) -> Option<Time> {
    const DAY: u32 = 10;
    match time {
        Time::Quarter(year, quarter) => Some(Time::Part(year, quarter * 3 - 2, DAY)),
        Time::Half(year, half) => Some(Time::Part(year, half * 6 - 5, DAY)),
        Time::Near(Near::Quarter(ahead)) => Some(Time::Near(Near::QuarterBegins(ahead))),
        _ => None,
    }
}

/// Whether 前, 内, 底 or 止 here begins another word: 前期, 内部, 底线, 前三季度.
fn is_other_word(text: &[char], at: usize) -> bool {
    let at = skip_blanks(text, at);
    let Some(next) = text.get(at + 1) else { return false };
    match text.get(at) {
        Some('前') => {
            let counted = super::characters::is_numeral(*next) || super::characters::is_digit(*next);
            // 前三季度 is a time of its own; 前1个月 counts backwards.
            "述期沿半往提列来端台后瞻置景".contains(*next) || counted
        }
        Some('内') => "部容涵设外地需控资河蒙陆销".contains(*next),
        Some('底') => "线数层蕴座图色板".contains(*next),
        Some('止') => *next == '血',
        Some('末') => "端位".contains(*next),
        _ => false,
    }
}

/// Whether the time is a year or longer.
pub(super) fn is_yearly(time: Time) -> bool {
    matches!(time, Time::Year(_) | Time::Plan(_))
}

/// Behind the day of the week that stands in brackets or without: （星期一）, 周五.
fn behind_weekday(text: &[char], at: usize) -> usize {
    let open = skip_blanks(text, at);
    let bracketed = matches!(text.get(open), Some('（' | '('));
    let inner = skip_blanks(text, if bracketed { open + 1 } else { open });
    let Some(name) = behind_word(text, inner, &["星期", "周", "礼拜"]) else { return at };
    if !text.get(name).is_some_and(|c| "一二三四五六日天".contains(*c)) {
        return at;
    }
    let close = skip_blanks(text, name + 1);
    match text.get(close) {
        Some('）' | ')') if bracketed => close + 1,
        _ if bracketed => at,
        _ => name + 1,
    }
}

/// Behind the hour of a day: 18时, 下午5点, 17:00, 24时, 下班.
fn behind_hour(text: &[char], at: usize) -> usize {
    let part = behind_word(text, at, &["上午", "下午", "中午", "晚上", "早上", "晚", "早"]).unwrap_or(at);
    let start = skip_blanks(text, part);
    let worded = || behind_word(text, start, &["下班", "上班", "工作时间结束"]);
    let Some((_, after)) = small_number(text, start).filter(|(hour, _)| *hour <= 24) else {
        return worded().unwrap_or(part);
    };
    let close = skip_blanks(text, after);
    if matches!(text.get(close), Some(':' | '：')) {
        return two_digits(text, close + 1).filter(|(minute, _)| *minute < 60).map_or(at, |(_, after)| after);
    }
    let Some(hour) = behind_word(text, close, &["时整", "点整", "点钟", "点半", "时", "点"]) else {
        return at;
    };
    // 12时30分
    match small_number(text, hour) {
        Some((_, after)) if text.get(after) == Some(&'分') => after + 1,
        _ if starts_with(text, hour, "许") => hour + 1,
        _ => hour,
    }
}
