//! Reading files again.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is to be read again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RereadRequest {
    /// Ids of notices or files; of a notice the whole file is read.
    pub ids: Vec<String>,
    /// All files that an older reader read.
    pub all: bool,
    /// Only say what it would change.
    pub rehearse: bool,
}

/// What reading again changes, or would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RereadReport {
    /// File by file.
    pub files: Vec<RereadFile>,
    /// What a person should know beside: that the backup before it failed.
    pub warning: Option<String>,
}

/// One file read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RereadFile {
    /// Its name.
    pub file: String,
    /// A sentence when it could not be read; then nothing was changed.
    pub error: Option<String>,
    /// The notices known from it, in order.
    pub notices: Vec<RereadNotice>,
    /// Titles of notices found in it that were not known. They wait for a person to confirm them.
    pub new_notices: Vec<String>,
}

/// What becomes of one notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RereadNotice {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Why it was left as it is, where it was.
    pub left_alone: Option<String>,
    /// What it says of itself and reads otherwise.
    pub facts: Vec<RereadField>,
    /// Measures that read the same.
    pub same: u32,
    /// Measures that were not known.
    pub added: u32,
    /// Measures that read otherwise.
    pub changed: u32,
    /// Measures that are not found again.
    pub gone: u32,
    /// Of these, those that stay with a mark because a task or a correction hangs on them.
    pub gone_but_kept: u32,
    /// Tasks made of added measures.
    pub tasks_added: u32,
    /// Doubts that nobody has judged, before.
    pub doubts_before: u32,
    /// The same after.
    pub doubts_after: u32,
    /// The measures that are not the same.
    pub measures: Vec<RereadMeasure>,
}

/// What becomes of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RereadKind {
    /// It was not known.
    Added,
    /// It reads otherwise.
    Changed,
    /// It is not found again and nothing hangs on it.
    Gone,
    /// It is not found again and stays with a mark.
    Kept,
}

/// A measure that is not the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RereadMeasure {
    /// What becomes of it.
    pub kind: RereadKind,
    /// Its id.
    pub id: String,
    /// The task made of it.
    pub task: Option<String>,
    /// Path of labels.
    pub number: String,
    /// Its first line.
    pub line: u32,
    /// Its text: that of the new reading, where there is one.
    pub text: String,
    /// What reads otherwise.
    pub fields: Vec<RereadField>,
}

/// A field that reads otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RereadField {
    /// Which.
    #[ts(as = "super::codes::FieldCode")]
    pub field: String,
    /// What was read before.
    pub before: String,
    /// What is read now.
    pub after: String,
    /// What stands in its stead: a correction, or what was changed on the task itself.
    pub stays: Option<Stays>,
}

/// Why a field holds something else than what is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stays {
    /// A person corrected it.
    Corrected,
    /// The task was changed on its own.
    OnTask,
}

/// Which files an older reader read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutdatedReadings {
    /// The version of the reader of this program.
    pub reader: u32,
    /// Files that an older one read.
    pub files: Vec<OutdatedFile>,
}

/// A file that an older reader read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutdatedFile {
    /// Its id.
    pub id: String,
    /// Its name.
    pub file: String,
    /// The version of the reader that read it, as it was kept.
    pub reader: String,
    /// Notices known from it.
    pub notices: u32,
}
