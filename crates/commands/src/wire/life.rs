//! Moving, extending and assigning tasks, and what happened to one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{MoveCode, RoleCode, StatusCode};

/// What is to be done with tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoveRequest {
    /// Ids of the tasks.
    pub tasks: Vec<String>,
    /// What is done.
    #[serde(rename = "move")]
    pub name: MoveCode,
    /// The day it is true from; without it the day the register is worked in.
    #[serde(default)]
    #[ts(optional)]
    pub day: Option<NaiveDate>,
    /// Why. Some moves are refused without it.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<String>,
    /// Id of the task that takes the place of these.
    #[serde(default)]
    #[ts(optional)]
    pub successor: Option<String>,
    /// Id or name of the unit whose part alone is moved.
    #[serde(default)]
    #[ts(optional)]
    pub unit: Option<String>,
    /// Whether the others go on where some are refused. Without it nothing is done then, and the answer lists them.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub skip_refused: bool,
}

/// Another deadline for tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExtendRequest {
    /// Ids of the tasks.
    pub tasks: Vec<String>,
    /// The last day allowed from now on.
    pub due: NaiveDate,
    /// In words; without them the day is written out.
    #[serde(default)]
    #[ts(optional)]
    pub raw: Option<String>,
    /// Why.
    pub reason: String,
    /// The day it is true from; without it the day the register is worked in.
    #[serde(default)]
    #[ts(optional)]
    pub day: Option<NaiveDate>,
    /// Whether the others go on where some are refused.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub skip_refused: bool,
}

/// Other units for tasks. A role that is not named stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssignRequest {
    /// Ids of the tasks.
    pub tasks: Vec<String>,
    /// Names of the units that lead.
    #[serde(default)]
    #[ts(optional)]
    pub leads: Option<Vec<String>>,
    /// Names of the units that assist.
    #[serde(default)]
    #[ts(optional)]
    pub co_units: Option<Vec<String>>,
    /// Why.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<String>,
    /// The day it is true from; without it the day the register is worked in.
    #[serde(default)]
    #[ts(optional)]
    pub day: Option<NaiveDate>,
    /// Whether the others go on where some are refused.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub skip_refused: bool,
}

/// A task that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefusedTask {
    /// Its id, as it was asked.
    pub task: String,
    /// Its number and title.
    pub name: String,
    /// Why, in a sentence.
    pub why: String,
}

/// What became of tasks that something was to be done with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoveReport {
    /// How many it was done with; 0 when some were refused and the others were not to go on.
    pub moved: u32,
    /// Those that were refused.
    pub refused: Vec<RefusedTask>,
    /// Units that the register did not know before.
    pub new_units: Vec<String>,
}

/// Since when a change is true, who recorded it and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Recorded {
    /// The day it is true from.
    pub day: NaiveDate,
    /// When it was recorded, as RFC 3339 in UTC.
    pub recorded_at: String,
    /// Who recorded it.
    pub actor: String,
    /// Why.
    pub reason: String,
}

/// A change of status of a task, or of the part of one of its units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatusFact {
    /// Name of the unit whose part it was; none for the task itself.
    pub unit: Option<String>,
    /// Where it stood before; none where a part had no state of its own.
    pub before: Option<StatusCode>,
    /// Where it stood from then on.
    pub after: StatusCode,
    /// Since when, by whom and why.
    #[serde(flatten)]
    pub recorded: Recorded,
}

/// A change of deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeadlineFact {
    /// In words, before.
    pub before_raw: Option<String>,
    /// Due day before.
    pub before_due: Option<NaiveDate>,
    /// In words, from then on.
    pub after_raw: Option<String>,
    /// Due day from then on.
    pub after_due: Option<NaiveDate>,
    /// Whether it gave more time.
    pub is_extension: bool,
    /// Since when, by whom and why.
    #[serde(flatten)]
    pub recorded: Recorded,
}

/// The deadline a task began with, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeadlineHistory {
    /// In words, at first.
    pub original_raw: Option<String>,
    /// Due day at first.
    pub original_due: Option<NaiveDate>,
    /// How often it was extended.
    pub extended: u32,
    /// Every change, the first one first.
    pub changes: Vec<DeadlineFact>,
}

/// The part of one unit in a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartInfo {
    /// Id of the unit.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// Its role.
    pub role: RoleCode,
    /// Where its part stands; none as long as it has reported nothing.
    pub status: Option<StatusCode>,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// What may be done with it.
    pub moves: Vec<MoveCode>,
}

/// Another task that took the place of one, or whose place one took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RelatedTask {
    /// Id of the other task.
    pub task: String,
    /// Its number and title.
    pub name: String,
    /// Title of its notice.
    pub notice_title: String,
    /// What the one whose place was taken became: merged, superseded.
    pub kind: StatusCode,
    /// Whether the other one is the successor.
    pub is_successor: bool,
    /// The day it is true from.
    pub day: NaiveDate,
}

/// What happened to a task, and what may be done with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskLife {
    /// What may be done with it now.
    pub moves: Vec<super::Way>,
    /// Every change of status, of its parts too, the first one first.
    pub statuses: Vec<StatusFact>,
    /// Its deadline.
    pub deadline: DeadlineHistory,
    /// Its units, leads first.
    pub parts: Vec<PartInfo>,
    /// What the units have reported, in words; none as long as none has reported anything of its own.
    pub rollup: Option<String>,
    /// Tasks that took its place or whose place it took.
    pub related: Vec<RelatedTask>,
}

/// In which office one asks what may be done.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct WaysRequest {
    /// The optional steps that it would take; without them those that it takes.
    pub steps: Option<Vec<StatusCode>>,
}
