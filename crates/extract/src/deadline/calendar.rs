//! Expressions of time to the last day they allow.

use chrono::{Datelike, NaiveDate};
use domain::DeadlineKind;

use super::DeadlineContext;
use super::scan::{Time, Year};

/// The last day that an expression allows; `None` when its year is not known or the day does not exist.
pub(super) fn last_day(time: Time, context: &DeadlineContext) -> Option<NaiveDate> {
    match time {
        Time::Day(year, month, day) => NaiveDate::from_ymd_opt(resolve(year, context)?, month, day),
        Time::Month(year, month) => end_of_month(resolve(year, context)?, month),
        Time::Part(year, month, day) => {
            let end = end_of_month(resolve(year, context)?, month)?;
            end.with_day(day.min(end.day()))
        }
        Time::Quarter(year, quarter) => end_of_month(resolve(year, context)?, quarter * 3),
        Time::Half(year, half) => end_of_month(resolve(year, context)?, half * 6),
        Time::Year(year) => end_of_month(resolve(year, context)?, 12),
        Time::Plan(year) => end_of_month(year, 12),
    }
}

/// What kind of deadline an expression makes.
pub(super) fn kind(time: Time) -> DeadlineKind {
    match time {
        Time::Day(..) | Time::Part(..) => DeadlineKind::Date,
        Time::Month(..) => DeadlineKind::Month,
        Time::Quarter(..) | Time::Half(..) => DeadlineKind::Quarter,
        Time::Year(_) | Time::Plan(_) => DeadlineKind::Year,
    }
}

/// The year that is meant.
pub(super) fn resolve(year: Year, context: &DeadlineContext) -> Option<i32> {
    match year {
        Year::Given(year) => Some(year),
        Year::Own => context.year,
        Year::Next => context.issued.map(|day| day.year()).or(context.year).map(|year| year + 1),
    }
}

/// The last day of a month.
pub(super) fn end_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let next =
        if month == 12 { NaiveDate::from_ymd_opt(year + 1, 1, 1) } else { NaiveDate::from_ymd_opt(year, month + 1, 1) };
    next?.pred_opt()
}
