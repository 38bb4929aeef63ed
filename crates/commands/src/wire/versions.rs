//! Versions: which notices follow one another, and what changed between them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Segment;

/// Whose versions are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionsQuery {
    /// The chain of this notice, with counts; all links of the register when none is named.
    pub notice: Option<String>,
}

/// Two notices, the older first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionPair {
    /// Id of the earlier one.
    pub older: String,
    /// Id of the later one.
    pub newer: String,
}

/// A notice in a chain of versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionNotice {
    /// Id.
    pub id: String,
    /// Title of the plan.
    pub title: String,
    /// 发文字号.
    pub number: Option<String>,
    /// Issuing bodies.
    pub issuers: Vec<String>,
    /// Day of issue.
    pub issued: Option<NaiveDate>,
    /// Measures found.
    pub measures: u32,
    /// Tasks made of them.
    pub tasks: u32,
    /// Whether a person has confirmed it.
    pub confirmed: bool,
    /// Source file.
    pub source_file: String,
}

/// How two notices came to be linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VersionKindCode {
    /// A draft and its final text.
    Draft,
    /// Successive years or periods.
    Period,
    /// A revised edition.
    Revision,
    /// The same text with what an earlier copy lacked.
    Fuller,
    /// A person says so.
    Given,
}

/// What became of the measures of the older version.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionCounts {
    /// In both, and the same.
    pub same: u32,
    /// In both, with anything changed.
    pub changed: u32,
    /// Of these, the words.
    pub wording: u32,
    /// Of these, the units.
    pub units: u32,
    /// Of these, the deadline.
    pub deadline: u32,
    /// Only in the newer.
    pub added: u32,
    /// Only in the older.
    pub dropped: u32,
}

/// Two notices that are versions of one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionLinkInfo {
    /// Id of the earlier one.
    pub older: String,
    /// Id of the later one.
    pub newer: String,
    /// How they follow one another.
    pub kind: VersionKindCode,
    /// Why they are taken for versions, in a sentence.
    pub reason: String,
    /// Whether a person says so, and no rule.
    pub by_person: bool,
    /// Tasks of the older one that are owed still although the newer one is in force; only where the chain of one notice was
    /// asked for.
    pub to_retire: u32,
    /// What changed; only where the chain of one notice was asked for.
    pub counts: Option<VersionCounts>,
}

/// Notices and the links between them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Versions {
    /// The notices, each before what followed it.
    pub notices: Vec<VersionNotice>,
    /// The links.
    pub links: Vec<VersionLinkInfo>,
}

/// A measure in a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComparedMeasure {
    /// Id of the measure.
    pub id: String,
    /// Id of the task made of it.
    pub task: Option<String>,
    /// Path of labels.
    pub number: String,
    /// First line.
    pub line: u32,
    /// The text; marked is what the other version does not say.
    pub text: Vec<Segment>,
    /// Lead units by the names the ledger shows.
    pub leads: Vec<String>,
    /// Co-units by the names the ledger shows.
    pub co_units: Vec<String>,
    /// Last day allowed.
    pub due: Option<NaiveDate>,
    /// Deadline as written.
    pub deadline_raw: Option<String>,
}

/// A row of a comparison: a measure of one version and what became of it in the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComparisonRow {
    /// As it stands in the older version; none when it was added.
    pub older: Option<ComparedMeasure>,
    /// As it stands in the newer version; none when it was dropped.
    pub newer: Option<ComparedMeasure>,
    /// The words differ.
    pub wording: bool,
    /// The units differ.
    pub units: bool,
    /// The deadline differs.
    pub deadline: bool,
}

/// An older version whose tasks give way to those of the newer one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RetireRequest {
    /// Id of the earlier notice.
    pub older: String,
    /// Id of the later one.
    pub newer: String,
    /// Whether what was reported on a task belongs to the one that corresponds, too.
    #[serde(default)]
    pub carry_progress: bool,
    /// Only say what it would do.
    #[serde(default)]
    pub rehearse: bool,
}

/// What became of the tasks of an older version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RetireReport {
    /// Tasks that are superseded now.
    pub retired: u32,
    /// Of these, with one in the newer version that corresponds.
    pub followed: u32,
    /// Open tasks that stay as they are.
    pub left: u32,
    /// Entries of progress on those with one that corresponds.
    pub progress: u32,
}

/// Two versions, measure by measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Comparison {
    /// The earlier one.
    pub older: VersionNotice,
    /// The later one.
    pub newer: VersionNotice,
    /// How many of each sort.
    pub counts: VersionCounts,
    /// In the order of the newer one; what was dropped stands where it stood.
    pub rows: Vec<ComparisonRow>,
}

/// What a newer version of its notice says of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskInNewerVersion {
    /// The newer notice.
    pub notice: VersionNotice,
    /// How it follows the notice of the task.
    pub kind: VersionKindCode,
    /// The measure of the task, and what became of it.
    pub row: ComparisonRow,
}

/// A version of a known notice that an import met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionMet {
    /// The notice that came in.
    pub notice: String,
    /// Its title.
    pub title: String,
    /// The one that was known.
    pub known: String,
    /// Its title.
    pub known_title: String,
    /// Whether the one that came in is the newer.
    pub is_newer: bool,
    /// How they follow one another.
    pub kind: VersionKindCode,
    /// Why they are taken for versions.
    pub reason: String,
    /// What changed from the older to the newer.
    pub counts: VersionCounts,
}
