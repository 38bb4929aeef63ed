//! Finding expressions of time in text: 2022年6月底前, 三季度, 年内, “十四五”期间, 2024—2025年.
//!
//! Only what stands there is told; whether it is a deadline is judged in [`super::judge`].

use crate::numerals::{chinese_digit, half_width, number};

/// The year of an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// Written out.
    Given(i32),
    /// The document's: 今年, 年内, 全年, or nothing at all.
    Own,
    /// 明年.
    Next,
}

/// What an expression names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    /// 2022年6月15日
    Day(Year, u32, u32),
    /// 2022年6月
    Month(Year, u32),
    /// 11月中旬: month and last day.
    Part(Year, u32, u32),
    /// 三季度
    Quarter(Year, u32),
    /// 上半年, 下半年
    Half(Year, u32),
    /// 2025年, 年内, 全年
    Year(Year),
    /// “十四五”期间
    Plan(i32),
}

/// An expression of time and where it stands, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// First character.
    pub(super) from: usize,
    /// Behind the last character.
    pub(super) to: usize,
    /// What it names.
    pub(super) time: Time,
    /// Whether it is said to be the end of the period: 底, 末.
    pub(super) at_end: bool,
    /// Whether it is said to be a limit: 前, 内.
    pub(super) before: bool,
    /// Whether it is said to last: 期间, 2024—2025年.
    pub(super) during: bool,
    /// Whether it is a year as a period of reckoning: 2023年度.
    pub(super) reckoned: bool,
    /// Whether the year stands there only by 全年.
    pub(super) whole_year: bool,
}

/// No clause states more times than this; what goes on and on is no clause, and judging each costs.
const MOST: usize = 200;

/// The expressions of time, in order and without overlap; the first [`MOST`] of them.
pub(super) fn scan(text: &[char]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() && found.len() < MOST {
        match expression(text, at) {
            Some(expression) if expression.to > at => {
                at = expression.to;
                found.push(expression);
            }
            _ => at += 1,
        }
    }
    found
}

/// The expression that begins at a character.
fn expression(text: &[char], at: usize) -> Option<Found> {
    let c = half_width(*text.get(at)?);
    match c {
        '0'..='9' => {
            let glued = at > 0 && text.get(at - 1).is_some_and(|before| is_digit(*before));
            if glued { None } else { numeric(text, at) }
        }
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '〇' | '第' => {
            let glued = at > 0 && text.get(at - 1).is_some_and(|before| is_numeral(*before));
            if glued { None } else { plan(text, at).or_else(|| numeric(text, at)) }
        }
        '上' | '下' => half_year(text, at, Year::Own, at),
        '今' | '本' | '当' | '全' | '明' | '年' => own_year(text, at),
        _ => None,
    }
}

/// An expression that begins with a number: a year, a month, a quarter.
fn numeric(text: &[char], at: usize) -> Option<Found> {
    if let Some((from, year, after, during)) = year(text, at) {
        let mut found = within_year(text, from, Year::Given(year), after);
        found.during |= during;
        return Some(found);
    }
    month(text, at, Year::Own, at).or_else(|| quarter(text, at, Year::Own, at))
}

/// A four-digit year or the range of two: where it begins, its (last) year, what follows, whether it is a range.
fn year(text: &[char], at: usize) -> Option<(usize, i32, usize, bool)> {
    let (run, after) = digit_run(text, at)?;
    // An item number may be glued to the year: 562023年.
    let from = if (5..=7).contains(&run.len()) { after - 4 } else { at };
    let first: i32 = run.get(run.len().checked_sub(4)?..)?.parse().ok()?;
    if !(1950..=2099).contains(&first) || run.len() > 7 {
        return None;
    }
    let next = skip_blanks(text, after);
    let behind = if text.get(next) == Some(&'年') { skip_blanks(text, next + 1) } else { next };
    if matches!(text.get(behind), Some('—' | '–' | '-' | '－' | '~' | '～' | '至' | '到' | '―')) {
        let mut second = behind + 1;
        while matches!(text.get(second), Some('—' | '-' | '―')) {
            second += 1;
        }
        let second = skip_blanks(text, second);
        if let Some((run, after)) = digit_run(text, second).filter(|(run, _)| run.len() == 4) {
            let last: i32 = run.parse().ok()?;
            let close = skip_blanks(text, after);
            // 2023年至2025年6月 is no range of whole years: its end is found by itself.
            if (first..=first + 30).contains(&last)
                && text.get(close) == Some(&'年')
                && month(text, skip_blanks(text, close + 1), Year::Own, close).is_none()
            {
                return Some((from, last, close + 1, true));
            }
        }
    }
    (text.get(next) == Some(&'年')).then_some((from, first, next + 1, false))
}

/// The rest of an expression behind its year.
fn within_year(text: &[char], from: usize, year: Year, after: usize) -> Found {
    let next = skip_blanks(text, after);
    let next = if text.get(next) == Some(&'的') { next + 1 } else { next };
    month(text, next, year, from)
        .or_else(|| quarter(text, next, year, from))
        .or_else(|| half_year(text, next, year, from))
        .unwrap_or_else(|| closed(text, from, after, Time::Year(year)))
}

/// A month, or the last of a run of months (1—6月), with a day where one follows.
fn month(text: &[char], at: usize, year: Year, from: usize) -> Option<Found> {
    let (mut month, mut after) = small_number(text, at)?;
    let dash = skip_blanks(text, after);
    if matches!(text.get(dash), Some('—' | '–' | '-' | '－' | '~' | '～' | '至' | '、'))
        && let Some((last, behind)) = small_number(text, skip_blanks(text, dash + 1))
        && text.get(skip_blanks(text, behind)) == Some(&'月')
    {
        (month, after) = (last, behind);
    }
    let close = skip_blanks(text, after);
    if text.get(close) != Some(&'月') || !(1..=12).contains(&month) {
        return None;
    }
    let mut behind = close + 1;
    if text.get(behind) == Some(&'份') {
        behind += 1;
    }
    if let Some((day, after)) = small_number(text, skip_blanks(text, behind)) {
        let close = skip_blanks(text, after);
        if matches!(text.get(close), Some('日' | '号')) && (1..=31).contains(&day) {
            return Some(closed(text, from, close + 1, Time::Day(year, month, day)));
        }
    }
    for (word, day) in
        [("中上旬", 20), ("中下旬", 31), ("上中旬", 20), ("上旬", 10), ("中旬", 20), ("下旬", 31), ("中", 15)]
    {
        if starts_with(text, behind, word) {
            return Some(closed(text, from, behind + word.chars().count(), Time::Part(year, month, day)));
        }
    }
    Some(closed(text, from, behind, Time::Month(year, month)))
}

/// 第三季度, 3季度, 三季度; 前三季度 ends with the third.
fn quarter(text: &[char], at: usize, year: Year, from: usize) -> Option<Found> {
    let start = if matches!(text.get(at), Some('第' | '前')) { at + 1 } else { at };
    let (value, after) = small_number(text, skip_blanks(text, start))?;
    let close = skip_blanks(text, after);
    let named = starts_with(text, close, "季度");
    if !named || !(1..=4).contains(&value) {
        return None;
    }
    Some(closed(text, from, close + 2, Time::Quarter(year, value)))
}

/// 上半年, 下半年.
fn half_year(text: &[char], at: usize, year: Year, from: usize) -> Option<Found> {
    let half = match text.get(at)? {
        '上' => 1,
        '下' => 2,
        _ => return None,
    };
    starts_with(text, at + 1, "半年").then(|| closed(text, from, at + 3, Time::Half(year, half)))
}

/// “十四五”期间, 十四五末: the last year of the five-year plan.
fn plan(text: &[char], at: usize) -> Option<Found> {
    let five = |n: usize| text.get(at + n) == Some(&'五');
    if text.get(at) != Some(&'十') || !five(2) {
        return None;
    }
    let ordinal = chinese_digit(*text.get(at + 1)?)?;
    let end = 1955 + 5 * (9 + i32::try_from(ordinal).ok()?) + 5;
    let quoted = at > 0 && matches!(text.get(at - 1), Some('“' | '"' | '‘' | '「'));
    let mut after = at + 3;
    if quoted && matches!(text.get(after), Some('”' | '"' | '’' | '」')) {
        after += 1;
    }
    let found = closed(text, if quoted { at - 1 } else { at }, after, Time::Plan(end));
    // “十四五”规划 is a title, not a time.
    (found.during || found.at_end || found.before || starts_with(text, after, "时期")).then_some(found)
}

/// 今年, 本年度, 当年, 全年, 年内, 年底 and 明年, with a month or quarter where one follows.
fn own_year(text: &[char], at: usize) -> Option<Found> {
    let glued = at > 0
        && text.get(at - 1).is_some_and(|before| {
            is_numeral(*before)
                || is_digit(*before)
                || matches!(before, '每' | '半' | '几' | '多' | '近' | '往' | '历' | '当' | '逐' | '跨')
        });
    if *text.get(at)? == '年' {
        if glued || !matches!(text.get(at + 1), Some('内' | '底' | '末')) {
            return None;
        }
        return Some(closed(text, at, at + 1, Time::Year(Year::Own)));
    }
    if text.get(at + 1) != Some(&'年') {
        return None;
    }
    let year = if text.get(at) == Some(&'明') { Year::Next } else { Year::Own };
    let mut found = within_year(text, at, year, at + 2);
    if text.get(at) == Some(&'全') {
        found.whole_year = true;
    } else if text.get(at) == Some(&'当') && found.time == Time::Year(Year::Own) {
        // 当年 alone refers to whatever year is spoken of.
        return None;
    }
    Some(found)
}

/// An expression with the words that close it: 底, 前, 内, 期间.
fn closed(text: &[char], from: usize, to: usize, time: Time) -> Found {
    let mut found =
        Found { from, to, time, at_end: false, before: false, during: false, reckoned: false, whole_year: false };
    let mut step = |words: &[&str]| {
        let next = skip_blanks(text, found.to);
        let word = words.iter().find(|word| starts_with(text, next, word));
        if let Some(word) = word {
            found.to = next + word.chars().count();
        }
        word.is_some()
    };
    let reckoned = step(&["度"]) && matches!(time, Time::Year(_));
    let during = step(&["期间", "时期", "全年"]);
    let at_end = step(&["年底", "年末", "月底", "月末", "底", "末"]);
    let before = step(&["之前", "以前", "前", "之内", "以内", "内"]);
    found.reckoned = reckoned;
    found.during = during;
    found.at_end = at_end;
    found.before = before;
    found
}

/// A number of at most three characters, in digits or Chinese.
fn small_number(text: &[char], at: usize) -> Option<(u32, usize)> {
    let mut digits = String::new();
    let mut after = at;
    while let Some(c) = text.get(after).map(|c| half_width(*c)) {
        let fits = if digits.is_empty() {
            c.is_ascii_digit() || is_numeral(c)
        } else if digits.starts_with(|first: char| first.is_ascii_digit()) {
            c.is_ascii_digit()
        } else {
            is_numeral(c)
        };
        if !fits || digits.chars().count() == 3 {
            break;
        }
        digits.push(c);
        after += 1;
    }
    // A leading zero: 06月.
    number(&digits).map(|value| (value, after))
}

/// The digits from a character on, as half-width text; Chinese digits when there are exactly four of them.
fn digit_run(text: &[char], at: usize) -> Option<(String, usize)> {
    let run: String = text.iter().skip(at).map(|c| half_width(*c)).take_while(char::is_ascii_digit).take(12).collect();
    if !run.is_empty() {
        let after = at + run.len();
        return Some((run, after));
    }
    let chinese: Option<String> =
        text.iter().skip(at).take(4).map(|c| chinese_digit(*c).map(|digit| digit.to_string())).collect();
    chinese.filter(|run| run.len() == 4).map(|run| (run, at + 4))
}

/// The first character at or behind `at` that is not blank.
pub(super) fn skip_blanks(text: &[char], mut at: usize) -> usize {
    while text.get(at).is_some_and(|c| c.is_whitespace()) {
        at += 1;
    }
    at
}

/// Whether a word stands at a character.
pub(super) fn starts_with(text: &[char], at: usize, word: &str) -> bool {
    word.chars().enumerate().all(|(offset, c)| text.get(at + offset) == Some(&c))
}

/// Whether a character is a digit of either width.
fn is_digit(c: char) -> bool {
    half_width(c).is_ascii_digit()
}

/// Whether a character is part of a Chinese numeral.
fn is_numeral(c: char) -> bool {
    chinese_digit(c).is_some() || c == '十'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_of_every_writing_are_found() {
        let check = |text: &str, expected: &[(&str, Time)]| {
            let chars: Vec<char> = text.chars().collect();
            let found: Vec<(String, Time)> =
                scan(&chars).into_iter().map(|f| (chars[f.from..f.to].iter().collect(), f.time)).collect();
            let expected: Vec<(String, Time)> =
                expected.iter().map(|(words, time)| ((*words).to_owned(), *time)).collect();
            assert_eq!(found, expected, "{text}");
        };
        let given = Year::Given;
        check("2022年6月15日前", &[("2022年6月15日前", Time::Day(given(2022), 6, 15))]);
        check("56.2023 年6 月底前完成", &[("2023 年6 月底前", Time::Month(given(2023), 6))]);
        check("562023年完成", &[("2023年", Time::Year(given(2023)))]);
        check("２０２３年１２月", &[("２０２３年１２月", Time::Month(given(2023), 12))]);
        check("二〇二三年六月底", &[("二〇二三年六月底", Time::Month(given(2023), 6))]);
        check("2023年第三季度", &[("2023年第三季度", Time::Quarter(given(2023), 3))]);
        check("三季度末前", &[("三季度末前", Time::Quarter(Year::Own, 3))]);
        check("2023年上半年", &[("2023年上半年", Time::Half(given(2023), 1))]);
        check("6月底前", &[("6月底前", Time::Month(Year::Own, 6))]);
        check("11月中旬前", &[("11月中旬前", Time::Part(Year::Own, 11, 20))]);
        check("1—6月", &[("1—6月", Time::Month(Year::Own, 6))]);
        check("2024—2025年期间", &[("2024—2025年期间", Time::Year(given(2025)))]);
        check("2023年至2025年", &[("2023年至2025年", Time::Year(given(2025)))]);
        check("“十四五”期间", &[("“十四五”期间", Time::Plan(2025))]);
        check("“十三五”末", &[("“十三五”末", Time::Plan(2020))]);
        check("“十四五”规划", &[]);
        check("年底前", &[("年底前", Time::Year(Year::Own))]);
        check("今年6月底前", &[("今年6月底前", Time::Month(Year::Own, 6))]);
        check("明年一季度", &[("明年一季度", Time::Quarter(Year::Next, 1))]);
        check("3年内、一年内、每年底、6个月", &[]);
        check("2000万元、20人、4222号、1353家", &[]);
        check("12345热线", &[]);
    }
}
