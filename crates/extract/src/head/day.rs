//! Civil days as notices print them. Everything here reads [compact](super::compact) text.

use chrono::NaiveDate;

use crate::numerals;

/// The day that a text begins with and the bytes it takes: 2023年6月13日, 二〇二三年六月十三日, 2023-06-13.
pub(crate) fn day_at(text: &str) -> Option<(NaiveDate, usize)> {
    let (year, rest) = value_at(text, 4)?;
    if !(1949..=2199).contains(&year) {
        return None;
    }
    let separator = rest.chars().next()?;
    let (after_month, after_day) = match separator {
        '年' => ('月', Some('日')),
        '-' | '.' | '/' => (separator, None),
        _ => return None,
    };
    let rest = rest.get(separator.len_utf8()..)?;
    // 元月 is January.
    let (month, rest) = match rest.strip_prefix('元') {
        Some(rest) => (1, rest),
        None => value_at(rest, 2)?,
    };
    let rest = rest.strip_prefix(after_month)?;
    let (day, rest) = value_at(rest, 2)?;
    let rest = match after_day {
        Some(word) => rest.strip_prefix(word)?,
        None => rest,
    };
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some((date, text.len() - rest.len()))
}

/// The day that is all a text holds.
pub(crate) fn whole_day(text: &str) -> Option<NaiveDate> {
    day_at(text).filter(|(_, taken)| *taken == text.len()).map(|(day, _)| day)
}

/// The day in brackets that a text ends with, and where the bracket opens: …的通知（2023年6月13日）.
pub(crate) fn day_in_closing_bracket(text: &str) -> Option<(NaiveDate, usize)> {
    let inner = text.strip_suffix(['）', ')'])?;
    let open = inner.rfind(['（', '('])?;
    let bracket = inner.get(open..)?.chars().next()?;
    Some((whole_day(inner.get(open + bracket.len_utf8()..)?)?, open))
}

/// A number at the start of a text in at most `digits` Arabic digits, or in Chinese numerals.
fn value_at(text: &str, digits: usize) -> Option<(u32, &str)> {
    let end = |belongs: fn(char) -> bool| text.find(|c: char| !belongs(c)).unwrap_or(text.len());
    let arabic = end(|c| c.is_ascii_digit());
    let taken = if arabic > 0 {
        if arabic > digits {
            return None;
        }
        arabic
    } else {
        end(|c| c == '十' || numerals::chinese_digit(c).is_some())
    };
    let (word, rest) = text.split_at_checked(taken)?;
    Some((numerals::number(word)?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn days_of_every_writing_are_read() {
        let check = |text: &str, expected: Option<NaiveDate>| assert_eq!(whole_day(text), expected, "{text}");
        check("2023年6月13日", Some(day(2023, 6, 13)));
        check("二〇二三年六月十三日", Some(day(2023, 6, 13)));
        check("二○二三年十二月三十一日", Some(day(2023, 12, 31)));
        check("2018年元月3日", Some(day(2018, 1, 3)));
        check("2023-06-13", Some(day(2023, 6, 13)));
        check("2023.6.13", Some(day(2023, 6, 13)));
        check("2023年6月", None);
        check("2023年2月30日", None);
        check("56年6月1日", None);
        check("2023年6月13日印发", None);
        check("", None);
    }

    #[test]
    fn the_day_behind_a_title_is_found() {
        let check = |text: &str, expected: Option<(NaiveDate, &str)>| {
            let found = day_in_closing_bracket(text).map(|(day, open)| (day, &text[..open]));
            assert_eq!(found, expected, "{text}");
        };
        check("关于开展检查的通知（2023年6月13日）", Some((day(2023, 6, 13), "关于开展检查的通知")));
        check("工作方案的通知(2023年1月20日）", Some((day(2023, 1, 20), "工作方案的通知")));
        check("行动方案（征求意见稿）（2023年3月17日）", Some((day(2023, 3, 17), "行动方案（征求意见稿）")));
        check("行动计划（2023—2025年）", None);
        check("2023年6月13日", None);
    }
}
