//! From which day what a notice orders is owed, for looking back.

use chrono::NaiveDate;

/// The first day of a notice: its day of issue; where it states none, 1 January of the year that it names as its own, in
/// its document number (〔2022〕) or in its title (2022年工作要点, 2021—2025年). None where it names no year either: what
/// is not known must not hide what is owed, so such a notice counts as having been there on every day.
pub fn first_day(issued: Option<NaiveDate>, number: Option<&str>, title: &str) -> Option<NaiveDate> {
    let named = || number.and_then(year_of_number).or_else(|| year_of_title(title));
    issued.or_else(|| NaiveDate::from_ymd_opt(named()?, 1, 1))
}

/// The last day of what a notice orders to be done again and again: its expiry; where it states none, 31 December of the last
/// year that its title names as its own (2022年工作要点, 2021—2025年). None where nothing says that it ends.
pub fn last_day(expires: Option<NaiveDate>, title: &str) -> Option<NaiveDate> {
    let is_period = |after: &str| !after.strip_prefix('年').unwrap_or(after).starts_with('版');
    let last = || own_years(title).filter(|(_, after)| is_period(after)).map(|(year, _)| year).max();
    expires.or_else(|| NaiveDate::from_ymd_opt(last()?, 12, 31))
}

/// The year in the brackets of a document number: 杭政函〔2022〕6号.
fn year_of_number(number: &str) -> Option<i32> {
    years(number)
        .find(|(before, _, after)| {
            before.ends_with(['〔', '[', '［', '(', '（', '【'])
                && after.starts_with(['〕', ']', '］', ')', '）', '】'])
        })
        .map(|(_, year, _)| year)
}

/// The earliest year a title names as that of its text, not as the one to reach something by (到2025年, 2030年前).
fn year_of_title(title: &str) -> Option<i32> {
    own_years(title).map(|(year, _)| year).min()
}

/// The years that a title names as those of its text, with what stands behind.
fn own_years(title: &str) -> impl Iterator<Item = (i32, &str)> {
    let is_own = |before: &str, after: &str| {
        let rest = after.strip_prefix('年').unwrap_or(after);
        let names_a_year = after.starts_with(['年', '版', '-', '—', '–', '~', '～', '至']);
        names_a_year && !rest.starts_with(['前', '底', '末']) && !before.ends_with('到')
    };
    years(title).filter(move |(before, _, after)| is_own(before, after)).map(|(_, year, after)| (year, after))
}

/// Four digits by themselves that can be a year, with what stands before and after.
fn years(text: &str) -> impl Iterator<Item = (&str, i32, &str)> {
    text.char_indices().filter_map(move |(at, _)| {
        let (before, rest) = text.split_at(at);
        let (digits, after) = (rest.get(..4)?, rest.get(4..)?);
        let year = digits.parse().ok().filter(|year| (1949..2100).contains(year))?;
        let alone = !before.ends_with(|c: char| c.is_ascii_digit()) && !after.starts_with(|c: char| c.is_ascii_digit());
        alone.then_some((before, year, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(issued: Option<&str>, number: Option<&str>, title: &str, expected: Option<&str>) {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(first_day(issued.map(day), number, title), expected.map(day), "{number:?} {title}");
    }

    #[test]
    fn the_day_of_issue_stands_before_all_else() {
        check(Some("2022-01-27"), Some("杭政函〔2021〕6号"), "2020年工作要点", Some("2022-01-27"));
    }

    #[test]
    fn without_it_a_notice_begins_with_the_year_it_names_as_its_own() {
        check(None, Some("杭政函〔2022〕6号"), "方案", Some("2022-01-01"));
        check(None, Some("杭政函[2022]6号"), "2023年工作要点", Some("2022-01-01"));
        check(None, None, "2023年政务公开工作要点", Some("2023-01-01"));
        check(None, None, "传统制造业改造提升实施方案（2017—2020年）", Some("2017-01-01"));
        check(None, None, "三年行动计划（2024-2026年）", Some("2024-01-01"));
        check(None, None, "若干政策（2025年版）", Some("2025-01-01"));
        check(None, None, "对标提升举措（2023版）", Some("2023-01-01"));
    }

    #[test]
    fn what_comes_back_ends_with_the_years_of_its_plan() {
        let check = |title: &str, expected: Option<&str>| {
            assert_eq!(last_day(None, title), expected.map(|day| day.parse().unwrap()), "{title}");
        };
        check("2023年政务公开工作要点", Some("2023-12-31"));
        check("三年行动计划（2024-2026年）", Some("2026-12-31"));
        check("若干政策（2025年版）", None);
        check("2030年前碳达峰行动方案", None);
        check("调度工作方案", None);
        let expiry = "2024-06-30".parse().ok();
        assert_eq!(last_day(expiry, "2023年工作要点"), expiry, "a stated end holds");
    }

    #[test]
    fn a_year_to_reach_something_by_and_the_number_of_another_text_are_not_its_own() {
        for title in
            ["2030年前碳达峰行动方案", "到2025年的目标", "2025年底前工作", "关于落实浙政办发〔2023〕53号的通知", "方案"]
        {
            check(None, None, title, None);
        }
        check(None, Some("第20220号"), "12345年", None);
    }
}
