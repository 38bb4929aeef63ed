//! Progress of tasks.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ImportSource, Segment};

/// What was done of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddProgressRequest {
    /// Id of the task.
    pub task: String,
    /// Id or name of the unit that says so; without it the office itself.
    #[serde(default)]
    pub unit: Option<String>,
    /// What was done.
    pub words: String,
    /// The share done, in percent.
    #[serde(default)]
    pub share: Option<i64>,
    /// What is in the way.
    #[serde(default)]
    pub difficulty: String,
    /// What comes next.
    #[serde(default)]
    pub next_step: String,
    /// The day it is of; without it the present day.
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// Id of the entry that it puts right: both stay.
    #[serde(default)]
    pub replaces: Option<String>,
    /// Files that show it.
    #[serde(default)]
    pub evidence: Vec<ImportSource>,
}

/// An entry of progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgressEntry {
    /// Its id.
    pub id: String,
    /// Id of its task.
    pub task: String,
    /// Title of the task, or how its text begins.
    pub task_name: String,
    /// Id of the notice of the task.
    pub notice: Option<String>,
    /// Title of that notice.
    pub notice_title: Option<String>,
    /// The day it is of.
    pub day: NaiveDate,
    /// What was done.
    pub words: String,
    /// The share done, in percent.
    pub share: Option<u8>,
    /// Id of the unit that says so; none for the office itself.
    pub unit: Option<String>,
    /// Its name.
    pub unit_name: Option<String>,
    /// What is in the way.
    pub difficulty: String,
    /// What comes next.
    pub next_step: String,
    /// Files that show it.
    pub evidence: Vec<EvidenceInfo>,
    /// Why it may say little.
    pub hints: Vec<HintInfo>,
    /// Who recorded it.
    pub actor: String,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Id of the entry that it puts right.
    pub replaces: Option<String>,
    /// Id of the entry that put it right.
    pub replaced_by: Option<String>,
}

/// A file that shows what was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceInfo {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
}

/// Why an entry may say little: something to look at, and no verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HintInfo {
    /// Which hint it is.
    pub code: String,
    /// In a sentence.
    pub words: String,
}

/// Which entries are wanted. Every field narrows; absent fields do not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ProgressQuery {
    /// Only of this task.
    pub task: Option<String>,
    /// Only of tasks of this notice.
    pub notice: Option<String>,
    /// Only by this unit: its id or name.
    pub unit: Option<String>,
    /// Only with all of these words.
    pub words: Option<String>,
    /// Of this day or later.
    pub from: Option<NaiveDate>,
    /// Of this day or before.
    pub until: Option<NaiveDate>,
    /// Where the page before ended: `ProgressPage::next`.
    pub after: Option<String>,
    /// How many at most; 0 means all.
    pub limit: u32,
}

/// Entries of progress, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgressPage {
    /// How many answer the query.
    pub total: u32,
    /// Those of this page.
    pub entries: Vec<ProgressEntry>,
    /// Pass as `after` for the next page; absent on the last.
    pub next: Option<String>,
}

/// Which evidence is to be written where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveEvidenceRequest {
    /// Id of the evidence.
    pub id: String,
    /// The file to be written.
    pub to: String,
}

/// Which month is to be put beside the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompareProgressRequest {
    /// Id of the task.
    pub task: String,
    /// 2022-05; without it the month of the day shown.
    #[serde(default)]
    pub month: Option<String>,
}

/// What was said in a month beside what was said in the month before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComparedProgress {
    /// The month before.
    pub earlier: MonthProgress,
    /// The month.
    pub later: MonthProgress,
}

/// What was said in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthProgress {
    /// 2022-05.
    pub month: String,
    /// All that was said, with what the other month does not say marked.
    pub text: Vec<Segment>,
    /// The share said last.
    pub share: Option<u8>,
}
