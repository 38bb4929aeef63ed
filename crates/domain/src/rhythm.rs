//! Rhythms of reporting: 每月10日前, 每季度第3个月25日前, 每周五前. What falls due in each period is computed from the rule
//! and the days alone, so no period is skipped or met twice, whether or not the program was running.

mod words;

use chrono::{Datelike as _, Days, Months, NaiveDate};

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Every {
    /// From Monday to Sunday.
    Week,
    /// Two weeks, counted from the first Monday of 1970.
    TwoWeeks,
    /// A month.
    Month,
    /// January and February, March and April …
    TwoMonths,
    /// A quarter.
    Quarter,
    /// January to June, July to December.
    HalfYear,
    /// A year.
    Year,
}

impl Every {
    /// Every length, the shortest first.
    pub const ALL: [Self; 7] =
        [Self::Week, Self::TwoWeeks, Self::Month, Self::TwoMonths, Self::Quarter, Self::HalfYear, Self::Year];

    /// How many months; none for weeks.
    pub const fn months(self) -> Option<u32> {
        match self {
            Self::Week | Self::TwoWeeks => None,
            Self::Month => Some(1),
            Self::TwoMonths => Some(2),
            Self::Quarter => Some(3),
            Self::HalfYear => Some(6),
            Self::Year => Some(12),
        }
    }

    const fn weeks(self) -> u64 {
        if matches!(self, Self::TwoWeeks) { 2 } else { 1 }
    }
}

/// The last day allowed within a month, or within a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DueOn {
    /// This day of the month, or its last one where it is shorter; of a week 1 for Monday to 7 for Sunday.
    Day(u32),
    /// The last day.
    Last,
}

/// A rhythm: how long a period is, and by which day what belongs to it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rhythm {
    /// How long a period is.
    pub every: Every,
    /// Whether it is due in the period behind: 于次月5日前.
    pub is_behind: bool,
    /// In which month of the period, from 1; 1 for weeks and months.
    pub month: u32,
    /// By which day of it.
    pub due: DueOn,
}

/// One period of a rhythm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Occurrence {
    /// The first day of the period. It names the period.
    pub begins: NaiveDate,
    /// The last day of the period.
    pub ends: NaiveDate,
    /// The last day allowed.
    pub due: NaiveDate,
}

impl Rhythm {
    /// Due on the last day of each period.
    pub fn at_the_end_of(every: Every) -> Self {
        Self { every, is_behind: false, month: every.months().unwrap_or(1), due: DueOn::Last }
    }

    /// The period that a day belongs to; none beyond the days there are.
    pub fn period_of(self, day: NaiveDate) -> Option<Occurrence> {
        let begins = match self.every.months() {
            Some(months) => {
                let first = day.month0() / months * months + 1;
                NaiveDate::from_ymd_opt(day.year(), first, 1)?
            }
            None => {
                let first_monday = NaiveDate::from_ymd_opt(1970, 1, 5)?;
                let days = 7 * i64::try_from(self.every.weeks()).ok()?;
                let since = (day - first_monday).num_days().rem_euclid(days);
                day.checked_sub_days(Days::new(since.unsigned_abs()))?
            }
        };
        self.beginning(begins)
    }

    /// The period behind this one.
    pub fn next(self, period: Occurrence) -> Option<Occurrence> {
        self.beginning(period.ends.succ_opt()?)
    }

    fn beginning(self, begins: NaiveDate) -> Option<Occurrence> {
        let behind = self.first_behind(begins)?;
        let due = self.due_in(if self.is_behind { behind } else { begins })?;
        Some(Occurrence { begins, ends: behind.pred_opt()?, due })
    }

    fn first_behind(self, begins: NaiveDate) -> Option<NaiveDate> {
        match self.every.months() {
            Some(months) => begins.checked_add_months(Months::new(months)),
            None => begins.checked_add_days(Days::new(7 * self.every.weeks())),
        }
    }

    /// The last day allowed, in the period that begins so.
    fn due_in(self, begins: NaiveDate) -> Option<NaiveDate> {
        if self.every.months().is_none() {
            let last_week = begins.checked_add_days(Days::new(7 * (self.every.weeks() - 1)))?;
            let day = match self.due {
                DueOn::Day(day) => day.clamp(1, 7),
                DueOn::Last => 7,
            };
            return last_week.checked_add_days(Days::new(u64::from(day) - 1));
        }
        let first = begins.checked_add_months(Months::new(self.month.max(1) - 1))?;
        let last = u32::from(first.num_days_in_month());
        match self.due {
            DueOn::Day(day) => first.with_day(day.clamp(1, last)),
            DueOn::Last => first.with_day(last),
        }
    }

    /// What a period is called: 2026年11月, 2026年第4季度, 2026年11月16日起一周.
    pub fn name_of(self, period: Occurrence) -> String {
        let Occurrence { begins, ends, .. } = period;
        let (year, month) = (begins.year(), begins.month());
        match self.every {
            Every::Week => format!("{year}年{month}月{}日起一周", begins.day()),
            Every::TwoWeeks => format!("{year}年{month}月{}日起两周", begins.day()),
            Every::Month => format!("{year}年{month}月"),
            Every::TwoMonths => format!("{year}年{month}—{}月", ends.month()),
            Every::Quarter => format!("{year}年第{}季度", month.div_ceil(3)),
            Every::HalfYear => format!("{year}年{}半年", if month == 1 { "上" } else { "下" }),
            Every::Year => format!("{year}年"),
        }
    }
}

#[cfg(test)]
mod tests;
