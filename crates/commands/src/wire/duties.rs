//! What comes back in a rhythm, and its periods.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The duty of a task in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DutyBrief {
    /// The rule: 每月10日前.
    pub rule: String,
    /// How it stands: 已过 3 期未报；本期 12月10日前，剩 5 天.
    pub words: String,
    /// How many periods passed unreported.
    pub missed: u32,
    /// The last day of the period to be reported next whose day has not passed; none at the end.
    pub present_due: Option<NaiveDate>,
}

/// A period of a duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PeriodInfo {
    /// Its first day, which names it.
    pub period: NaiveDate,
    /// What it is called: 2026年11月.
    pub name: String,
    /// The last day allowed.
    pub due: NaiveDate,
    /// How it stands.
    pub state: PeriodState,
    /// The day it was settled.
    pub day: Option<NaiveDate>,
    /// Why it was left out.
    pub reason: String,
    /// Who said so.
    pub actor: String,
    /// The entry of progress it was reported with.
    pub progress: Option<String>,
}

/// How a period stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PeriodState {
    /// It was reported.
    Done,
    /// It was left out.
    Skipped,
    /// Its day passed unreported.
    Missed,
    /// It is the one to be reported next.
    Present,
    /// It comes later.
    Coming,
}

/// A duty with its periods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DutyInfo {
    /// In short.
    pub brief: DutyBrief,
    /// It is owed from this day on.
    pub begins: NaiveDate,
    /// The last period is that of this day; none without end.
    pub ends: Option<NaiveDate>,
    /// Whether the words of the deadline say so.
    pub is_read: bool,
    /// Its periods, the latest first, with the next that come.
    pub periods: Vec<PeriodInfo>,
    /// How many earlier ones there are.
    pub earlier: u32,
}

/// What becomes of periods.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SettleRequest {
    /// Ids of the tasks.
    pub tasks: Vec<String>,
    /// What becomes of them.
    pub becomes: Settled,
    /// A day of the period; without it the earliest open one.
    #[ts(optional)]
    pub period: Option<NaiveDate>,
    /// All periods whose day has passed, and not only one.
    #[ts(as = "Option<bool>", optional)]
    pub all_missed: bool,
    /// What was done, to be kept as progress with the period; of one task.
    #[ts(optional)]
    pub progress: Option<String>,
    /// The share done, with the progress, in percent.
    #[ts(optional)]
    pub share: Option<i64>,
    /// Why. What is left out needs it.
    #[ts(optional)]
    pub reason: Option<String>,
    /// The day it is true from; without it the day the register is worked in.
    #[ts(optional)]
    pub day: Option<NaiveDate>,
    /// Whether the others go on where some are refused.
    #[ts(as = "Option<bool>", optional)]
    pub skip_refused: bool,
}

/// What becomes of a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Settled {
    /// It was reported.
    #[default]
    Done,
    /// It is left out.
    Skipped,
}

/// Another rule for tasks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SetDutyRequest {
    /// Ids of the tasks.
    pub tasks: Vec<String>,
    /// In words: 每月10日前; empty for none any more.
    pub rule: String,
    /// It is owed from this day on; without it from the day it is true from.
    #[ts(optional)]
    pub begins: Option<NaiveDate>,
    /// The last period is that of this day; without it there is no end.
    #[ts(optional)]
    pub ends: Option<NaiveDate>,
    /// Why.
    #[ts(optional)]
    pub reason: Option<String>,
    /// The day it is true from; without it the day the register is worked in.
    #[ts(optional)]
    pub day: Option<NaiveDate>,
    /// Whether the others go on where some are refused.
    #[ts(as = "Option<bool>", optional)]
    pub skip_refused: bool,
}
