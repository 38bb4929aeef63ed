//! Days as people write them for the program, and why one is none.

use chrono::{Datelike as _, NaiveDate};

/// Why a text is no day, in a sentence for the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayFault {
    /// It is not written as year, month and day.
    Shape(String),
    /// There is no such month.
    Month(String),
    /// The month has fewer days.
    Day {
        /// What was written.
        written: String,
        /// 2022年2月.
        month: String,
        /// How many days it has.
        days: u32,
    },
}

impl std::fmt::Display for DayFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Shape(written) => write!(f, "“{written}”不是日期，请写成 2022-06-30 这样的年-月-日。"),
            Self::Month(written) => write!(f, "没有“{written}”这一天：一年只有 12 个月。"),
            Self::Day { written, month, days } => write!(f, "没有“{written}”这一天：{month}只有 {days} 天。"),
        }
    }
}

impl std::error::Error for DayFault {}

/// A day written as 2022-06-30.
///
/// # Errors
/// When it is none; the error says why.
pub fn parse_day(written: &str) -> Result<NaiveDate, DayFault> {
    let text = written.trim();
    let shape = || DayFault::Shape(written.to_owned());
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return Err(shape()) };
    let is_number = |part: &str, digits: usize| part.len() <= digits && part.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !is_number(year, 4) || !is_number(month, 2) || !is_number(day, 2) {
        return Err(shape());
    }
    let number = |part: &str| part.parse::<u32>().map_err(|_| shape());
    let (month, day) = (number(month)?, number(day)?);
    let year = year.parse::<i32>().map_err(|_| shape())?;
    let Some(first) = NaiveDate::from_ymd_opt(year, month, 1) else {
        return Err(DayFault::Month(written.to_owned()));
    };
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| DayFault::Day {
        written: written.to_owned(),
        month: format!("{year}年{month}月"),
        days: u32::from(first.num_days_in_month()),
    })
}

#[cfg(test)]
mod tests {
    use super::parse_day;

    #[test]
    fn a_day_that_is_none_says_why() {
        let check = |written: &str, said: &str| match parse_day(written) {
            Ok(day) => assert_eq!(day.to_string(), said),
            Err(fault) => assert!(fault.to_string().contains(said), "{written}: {fault}"),
        };
        check("2022-06-30", "2022-06-30");
        check(" 2024-2-29", "2024-02-29");
        check("2022-02-30", "2022年2月只有 28 天");
        check("2022-13-01", "12 个月");
        check("2022-00-10", "12 个月");
        check("2022-06-00", "2022年6月只有 30 天");
        for none in ["明天", "2022/06/30", "2022-06", "22-06-30", "", "2022-06-30-1", "2022-+6-30"] {
            check(none, "不是日期");
        }
    }
}
