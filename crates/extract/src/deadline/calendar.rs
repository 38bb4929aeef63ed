//! Expressions of time to the last day they allow.

use chrono::{Datelike, Days, Months, NaiveDate};
use domain::DeadlineKind;

use super::time::{Near, Start, Time, Year};
use super::{DeadlineContext, YearSource, named, span};

/// The last day that an expression allows; `None` when its year or the day of issue is not known, the day does not exist
/// or cannot be told.
pub(super) fn last_day(time: Time, context: &DeadlineContext) -> Option<NaiveDate> {
    let year = || resolve(time, context);
    match time {
        Time::Day(_, month, day) => NaiveDate::from_ymd_opt(year()?, month, day),
        Time::Month(_, month) => end_of_month(year()?, month),
        Time::Part(_, month, day) => day_within(year()?, month, day),
        Time::Quarter(_, quarter) => end_of_month(year()?, quarter * 3),
        Time::Half(_, half) => end_of_month(year()?, half * 6),
        Time::Year(_) => end_of_month(year()?, 12),
        Time::Plan(year) => end_of_month(year, 12),
        Time::Feast(Year::Absent, first, second) => {
            feast_after(first, context)?.min(feast_after(second, context)?).pred_opt()
        }
        Time::Feast(_, first, second) => {
            let year = year()?;
            named::day_of(first, year)?.min(named::day_of(second, year)?).pred_opt()
        }
        Time::Near(near) => near_day(near, context.issued?),
        Time::Span(span) if span.start == Start::Event => None,
        Time::Span(span) => span::add(context.issued?, span.length),
        Time::Season => None,
    }
}

/// What kind of deadline an expression makes.
pub(super) fn kind(time: Time) -> DeadlineKind {
    match time {
        Time::Day(..) | Time::Part(..) | Time::Feast(..) => DeadlineKind::Date,
        Time::Near(Near::Month(_, 31) | Near::NextDay(31)) | Time::Month(..) => DeadlineKind::Month,
        Time::Quarter(..) | Time::Half(..) | Time::Near(Near::Quarter(_)) => DeadlineKind::Quarter,
        Time::Year(_) | Time::Plan(_) => DeadlineKind::Year,
        Time::Near(_) => DeadlineKind::Date,
        Time::Span(_) => DeadlineKind::Relative,
        Time::Season => DeadlineKind::None,
    }
}

/// The year that is meant.
fn resolve(time: Time, context: &DeadlineContext) -> Option<i32> {
    match time.year()? {
        Year::Given(year) => Some(year),
        Year::Absent if is_moved_on(time, context) => context.year.map(|year| year + 1),
        Year::Absent | Year::Own => context.year,
        Year::Next | Year::Following => context.issued.map(|day| day.year()).or(context.year).map(|year| year + 1),
        Year::Last => None,
    }
}

/// Whether a month without a year is taken for one of the year after the issue: a notice of November that asks for
/// something by March means the March to come.
pub(super) fn is_moved_on(time: Time, context: &DeadlineContext) -> bool {
    const MONTHS_PAST: u32 = 6;
    let issued = context.issued.filter(|_| matches!(context.year_source, YearSource::Issue | YearSource::BesideTitle));
    time.year() == Some(Year::Absent)
        && issued.zip(time.month()).is_some_and(|(issued, month)| issued.month() >= month + MONTHS_PAST)
}

/// The next such feast after the issue, else that of the document's year.
fn feast_after(feast: usize, context: &DeadlineContext) -> Option<NaiveDate> {
    let Some(issued) = context.issued else { return named::day_of(feast, context.year?) };
    (issued.year()..=issued.year() + 1).filter_map(|year| named::day_of(feast, year)).find(|day| *day > issued)
}

/// A day near the issue.
fn near_day(near: Near, issued: NaiveDate) -> Option<NaiveDate> {
    let month_ahead = |ahead: i32| issued.with_day(1)?.checked_add_months(Months::new(u32::try_from(ahead).ok()?));
    match near {
        Near::Day(ahead) => issued.checked_add_days(Days::new(u64::from(ahead))),
        Near::Week(ahead, day) => {
            let monday = issued.checked_sub_days(Days::new(u64::from(issued.weekday().num_days_from_monday())))?;
            monday.checked_add_days(Days::new(u64::try_from(ahead).ok()? * 7 + u64::from(day)))
        }
        Near::Month(ahead, day) => {
            let month = month_ahead(ahead)?;
            day_within(month.year(), month.month(), day)
        }
        Near::Quarter(ahead) => {
            let month = month_ahead(ahead * 3)?;
            end_of_month(month.year(), month.month().div_ceil(3) * 3)
        }
        Near::QuarterBegins(ahead) => {
            let month = month_ahead(ahead * 3)?;
            NaiveDate::from_ymd_opt(month.year(), month.month().div_ceil(3) * 3 - 2, 10)
        }
        Near::NextWeekday(day) => {
            let left = (day + 7 - issued.weekday().num_days_from_monday()) % 7;
            issued.checked_add_days(Days::new(u64::from(left)))
        }
        Near::NextDay(day) => {
            let this = day_within(issued.year(), issued.month(), day)?;
            if this >= issued {
                return Some(this);
            }
            let next = month_ahead(1)?;
            day_within(next.year(), next.month(), day)
        }
    }
}

/// A day of a month, the last one where the month is shorter.
fn day_within(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let end = end_of_month(year, month)?;
    end.with_day(day.min(end.day()))
}

/// The last day of a month.
pub(super) fn end_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let next =
        if month == 12 { NaiveDate::from_ymd_opt(year + 1, 1, 1) } else { NaiveDate::from_ymd_opt(year, month + 1, 1) };
    next?.pred_opt()
}
