//! What is due in a stretch of days.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{TaskRow, UnitRef};

/// The week or month of the day shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DueSpan {
    /// From Monday to Sunday.
    #[default]
    Week,
    /// From its first day to its last.
    Month,
}

/// What is due when, and of whom.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DueRequest {
    /// The week or month of the day shown; without days of one's own.
    pub span: DueSpan,
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// Up to this day and with it.
    pub to: Option<NaiveDate>,
    /// Id or name of a unit that leads or assists.
    pub unit: Option<String>,
    /// Only of notices of this region.
    pub region: Option<String>,
}

/// What is due and still owed, day by day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DueList {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// How many tasks; one that several units lead counts once.
    pub total: u32,
    /// The days on which something is due, in order.
    pub days: Vec<DueDay>,
}

/// What is due on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DueDay {
    /// The day.
    pub day: NaiveDate,
    /// Who leads it, those with most first; what nobody leads last.
    pub units: Vec<DueUnit>,
}

/// What one unit owes on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DueUnit {
    /// Who leads it; none for what nobody leads.
    pub unit: Option<UnitRef>,
    /// The tasks.
    pub tasks: Vec<TaskRow>,
}
