//! Counting working days by the holidays of each year.
//!
//! The days are data: seeds/working-days/china.csv.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};

/// Days that depart from the week: whether each is worked.
static DEPARTURES: LazyLock<BTreeMap<NaiveDate, bool>> = LazyLock::new(|| {
    include_str!("../../../../seeds/working-days/china.csv")
        .lines()
        .filter_map(|line| {
            let (day, kind) = line.split_once(',')?;
            Some((day.parse().ok()?, kind.trim() == "workday"))
        })
        .collect()
});

/// The day on which the given number of working days after `from` has passed; `from` itself is not counted.
pub(super) fn after(from: NaiveDate, working_days: u32) -> Option<NaiveDate> {
    let mut day = from;
    let mut left = working_days.min(1000);
    while left > 0 {
        day = day.succ_opt()?;
        left -= u32::from(is_worked(day));
    }
    Some(day)
}

/// Whether the holidays of a year are known. For other years only weekends are left out.
pub(super) fn knows(year: i32) -> bool {
    DEPARTURES.keys().any(|day| day.year() == year)
}

/// Whether a day is worked.
pub(super) fn is_worked(day: NaiveDate) -> bool {
    DEPARTURES.get(&day).copied().unwrap_or(!matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_and_worked_weekends_count() {
        let check = |from: &str, days: u32, expected: &str| {
            assert_eq!(after(from.parse().unwrap(), days), Some(expected.parse().unwrap()), "{from} + {days}");
        };
        check("2023-03-31", 20, "2023-04-28"); // 清明 off, Sunday 23 April worked
        check("2022-09-30", 1, "2022-10-08"); // the Saturday after the week off is worked
        check("2024-02-09", 1, "2024-02-18");
        check("2023-06-01", 5, "2023-06-08");
        check("2031-01-03", 1, "2031-01-06"); // unknown year: weekends only
        assert!(knows(2023) && !knows(2031));
    }
}
