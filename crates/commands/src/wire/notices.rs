//! Notices: import, the list, the reader.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One file to import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportSource {
    /// A file or folder on this machine. Only fronts that may read the disk accept it.
    Path(String),
    /// The content of a file, as a browser sends it.
    Content {
        /// File name.
        name: String,
        /// The bytes in Base64.
        base64: String,
    },
}

/// What to import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportRequest {
    /// Files and folders.
    pub sources: Vec<ImportSource>,
    /// Make tasks at once, without a person confirming.
    #[serde(default)]
    pub confirm: bool,
    /// Only say what it would do.
    #[serde(default)]
    pub rehearse: bool,
}

/// A count that a notice states of itself beside the count found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClaimInfo {
    /// aspects, items or measures.
    #[ts(as = "super::codes::ClaimSubjectCode")]
    pub what: String,
    /// What the notice says.
    pub claimed: u32,
    /// What was found.
    pub found: u32,
    /// Its words.
    pub raw: String,
}

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileOutcome {
    /// File name.
    pub file: String,
    /// A sentence when it could not be read; then all counts are 0.
    pub error: Option<String>,
    /// Whether the very same file had been imported before.
    pub known: bool,
    /// Documents found.
    pub documents: u32,
    /// Of these, new.
    pub new_documents: u32,
    /// Of these, known already.
    pub duplicates: u32,
    /// Measures of the new documents.
    pub measures: u32,
    /// Tasks made.
    pub tasks: u32,
    /// Doubts to look at.
    pub doubts: u32,
    /// Lines of the file that no rule has claimed.
    pub not_understood: u32,
    /// Sentences on new documents that look like ordering ones and gave no or few measures. To be told before all else.
    pub warnings: Vec<String>,
    /// Sentences on new documents without measures whose kind orders nothing: what each was taken for, and by what.
    pub order_nothing: Vec<String>,
    /// Claims of the new documents.
    pub claims: Vec<ClaimInfo>,
    /// Ids of the new notices, in order.
    pub notices: Vec<String>,
    /// Ids of the known notices that it holds again.
    pub repeats: Vec<String>,
    /// New notices that were taken for versions of known ones.
    pub versions: Vec<super::VersionMet>,
}

/// What became of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportReport {
    /// File by file.
    pub files: Vec<FileOutcome>,
    /// Milliseconds spent reading, extracting and storing, in this order.
    pub milliseconds: [u32; 3],
}

/// How far a long command has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Progress {
    /// What is being done: 正在读取 003.txt.
    pub message: String,
    /// Steps done.
    pub done: u32,
    /// Steps in all.
    pub total: u32,
}

/// A notice in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeRow {
    /// Id.
    pub id: String,
    /// Title of the plan.
    pub title: String,
    /// Whether the title was put together from the text.
    pub title_inferred: bool,
    /// 发文字号.
    pub number: Option<String>,
    /// Issuing bodies.
    pub issuers: Vec<String>,
    /// Region.
    pub region: Option<String>,
    /// Day of issue.
    pub issued: Option<NaiveDate>,
    /// plan, measures, opinions, …
    #[ts(as = "super::codes::NoticeKindCode")]
    pub kind: String,
    /// Measures found.
    pub measures: u32,
    /// Tasks made of them.
    pub tasks: u32,
    /// Doubts that nobody has judged.
    pub doubts: u32,
    /// Whether a person has confirmed it.
    pub confirmed: bool,
    /// Whether a newer version of it is known.
    pub overtaken: bool,
    /// Source file.
    pub source_file: String,
    /// First line in it.
    pub first_line: u32,
    /// Last line in it.
    pub last_line: u32,
    /// Printed page.
    pub page: Option<u32>,
    /// Ids of what repeats it elsewhere: file name and first line.
    pub duplicates: Vec<String>,
}

/// A line of the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReaderLine {
    /// Number in the file.
    pub number: u32,
    /// Printed page.
    pub page: Option<u32>,
    /// The text; table cells are joined by U+2003.
    pub text: String,
    /// measure, heading, metadata, background, furniture, blank, not_understood.
    #[ts(as = "super::codes::LineRoleCode")]
    pub role: String,
    /// Why it orders nothing, where it is background.
    pub reason: Option<String>,
    /// The measure it belongs to.
    pub measure: Option<String>,
}

/// A measure in the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeasureInfo {
    /// Id of the measure.
    pub id: String,
    /// Id of the task made of it.
    pub task: Option<String>,
    /// Path of labels.
    pub number: String,
    /// Title.
    pub title: Option<String>,
    /// Text.
    pub text: String,
    /// First line.
    pub line: u32,
    /// Last line.
    pub last_line: u32,
    /// measure, safeguard or embedded.
    #[ts(as = "super::codes::MeasureClassCode")]
    pub class: String,
    /// Units as written.
    pub leads: Vec<String>,
    /// Units as written.
    pub co_units: Vec<String>,
    /// Deadline as written.
    pub deadline_raw: Option<String>,
    /// Last day allowed.
    pub due: Option<NaiveDate>,
    /// Kind of deadline.
    #[ts(as = "super::codes::DeadlineKindCode")]
    pub deadline_kind: String,
    /// Leaders and persons named.
    pub people: super::PeopleInfo,
    /// What to look at.
    pub doubts: Vec<super::DoubtInfo>,
    /// Fields that a person corrected: what stands above is the corrected value.
    pub corrections: Vec<super::CorrectionInfo>,
    /// Whether the notice, read again, holds it no more.
    pub gone: bool,
    /// Why a person says that it is nothing to be followed; it becomes no task then.
    pub dropped: Option<String>,
}

/// A notice in the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeDetail {
    /// The row of the list.
    pub notice: NoticeRow,
    /// Title of the wrapper.
    pub notice_title: Option<String>,
    /// First day of force.
    pub effective: Option<NaiveDate>,
    /// Last day of force.
    pub expires: Option<NaiveDate>,
    /// Who organises it.
    pub organizer: Option<String>,
    /// Counts it states of itself.
    pub claims: Vec<ClaimInfo>,
    /// What to look at in the notice itself.
    pub doubts: Vec<super::DoubtInfo>,
    /// Whether an older reader read it, so that reading it again may find more.
    pub outdated: bool,
    /// Of a notice without measures whose kind orders nothing: what it was taken for, and by what.
    pub orders_nothing: Option<String>,
    /// Its lines.
    pub lines: Vec<ReaderLine>,
    /// Its measures.
    pub measures: Vec<MeasureInfo>,
}

/// What notices are ordered by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoticeSort {
    /// When they came.
    #[default]
    Added,
    /// Day of issue; without one last.
    Issued,
    /// How many measures were found.
    Measures,
}

/// Which notices are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct NoticeQuery {
    /// Only this one.
    pub id: Option<String>,
    /// Title, number or issuers contain these words.
    pub words: Option<String>,
    /// Only of this region.
    pub region: Option<String>,
    /// Only what waits for a person.
    pub unconfirmed: bool,
    /// Only what a newer version is known of.
    pub overtaken: bool,
    /// Also what repeats another notice.
    pub with_duplicates: bool,
    /// Order.
    pub sort: NoticeSort,
    /// Last first.
    pub descending: bool,
    /// Where the page before ended: `NoticePage::next`.
    pub after: Option<String>,
    /// How many rows at most; 0 means all.
    pub limit: u32,
}

/// One page of the list of notices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticePage {
    /// How many answer the query in all.
    pub total: u32,
    /// Of what waits for a person: measures and open doubts of all that answer the query. 0 in any other list.
    pub waiting_measures: u32,
    /// See above.
    pub waiting_doubts: u32,
    /// How many there are whatever is asked.
    pub counts: NoticeCounts,
    /// The regions of all notices, in no order.
    pub regions: Vec<String>,
    /// The rows of this page.
    pub rows: Vec<NoticeRow>,
    /// Ask again with this to get the next page; null at the end.
    pub next: Option<String>,
}

/// How many notices there are that repeat no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeCounts {
    /// All of them.
    pub all: u32,
    /// Those that wait for a person.
    pub unconfirmed: u32,
    /// Those of which a newer version is known.
    pub overtaken: u32,
}

/// Notices to be confirmed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ConfirmRequest {
    /// Their ids; none means all that wait.
    pub ids: Vec<String>,
    /// Without ids: only those of them whose title, number or issuers contain these words.
    pub words: Option<String>,
}

/// What became of a confirmation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConfirmReport {
    /// Notices confirmed now.
    pub notices: u32,
    /// Tasks made of their measures.
    pub tasks: u32,
}
