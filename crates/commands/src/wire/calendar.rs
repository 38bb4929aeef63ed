//! Days of a month and months of a year, with what is due in them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which month is to be shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct CalendarRequest {
    /// The month: 2026-11; without it that of the day asked.
    pub month: Option<String>,
    /// Id or name of a unit that leads or assists.
    pub unit: Option<String>,
    /// Only of notices of this region.
    pub region: Option<String>,
}

/// A day with what is due on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarDay {
    /// The day.
    pub day: NaiveDate,
    /// Its tasks by their lights.
    pub overdue: u32,
    /// Due soon.
    pub due_soon: u32,
    /// On track.
    pub on_track: u32,
    /// Done.
    pub done: u32,
    /// Put aside.
    pub ended: u32,
    /// Periods of recurring duties that are to be reported by then, beside those that a task is due with.
    pub reports_open: u32,
    /// Periods that were reported or left out.
    pub reports_settled: u32,
}

/// A month, from the Monday before its first day to the Sunday behind its last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Calendar {
    /// The month: 2026-11.
    pub month: String,
    /// The first Monday shown.
    pub from: NaiveDate,
    /// The last Sunday shown.
    pub until: NaiveDate,
    /// The days with something on them.
    pub days: Vec<CalendarDay>,
}

/// By what a timeline has its rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimelineOf {
    /// Notices.
    #[default]
    Notice,
    /// Units that lead.
    Unit,
}

/// Which months are to be shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TimelineRequest {
    /// The first month: 2026-01; without it January of the year asked.
    pub from: Option<String>,
    /// A row for each of these.
    pub by: TimelineOf,
    /// Id or name of a unit that leads or assists.
    pub unit: Option<String>,
    /// Only of notices of this region.
    pub region: Option<String>,
}

/// What is due in one month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineCell {
    /// Past their day and owed.
    pub overdue: u32,
    /// Still to come.
    pub open: u32,
    /// Done.
    pub done: u32,
}

/// A notice or unit along the months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineRow {
    /// Its id; none for what belongs to none.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// A cell for each month.
    pub cells: Vec<TimelineCell>,
}

/// Twelve months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Timeline {
    /// The months: 2026-01 …
    pub months: Vec<String>,
    /// The rows, those with most overdue first.
    pub rows: Vec<TimelineRow>,
    /// How many rows are left out.
    pub more: u32,
}
