//! Tasks: the ledger, its filters, a task with its source.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use super::StatusCode;

/// A unit named on a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitRef {
    /// Id of the canonical unit.
    pub id: String,
    /// Canonical name.
    pub name: String,
    /// What the notice wrote.
    pub written: String,
}

/// The time light; see `domain::Light`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LightCode {
    /// Past its due day and still owed.
    Overdue,
    /// Due within the days that the office set.
    DueSoon,
    /// Due later.
    OnTrack,
    /// No due day stated.
    NoDeadline,
    /// Completed or closed.
    Done,
    /// Nothing is owed, and nothing was done.
    Ended,
}

/// The progress light; see `domain::Pace`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaceCode {
    /// Less is reported than the time passed asks for, by more points than the office allows.
    Behind,
    /// Something should have been reported.
    Unreported,
    /// As far as the time passed asks for, or nearly.
    InStep,
    /// There is nothing to go by.
    Unmeasured,
}

/// What is owed for a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StandingCode {
    /// Something is still to be done.
    Open,
    /// What was ordered is done.
    Done,
    /// Nothing is owed, and nothing was done.
    Ended,
}

/// The role of a unit on a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RoleCode {
    /// 牵头
    Lead,
    /// 配合
    Co,
}

/// What the ledger is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TaskSort {
    /// Due day; without one last.
    #[default]
    Due,
    /// Notice and place in it.
    Notice,
    /// Lead unit.
    Lead,
    /// Status.
    Status,
}

/// Which tasks are wanted. Every field narrows; absent fields do not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TaskQuery {
    /// Ids or names of units: tasks that one of them is on.
    #[serde(alias = "unit", deserialize_with = "one_or_many")]
    pub units: Vec<String>,
    /// Only where one of these units has this role.
    pub role: Option<RoleCode>,
    /// Id of a unit that leads them, whatever else is asked of units.
    pub lead: Option<String>,
    /// Only these statuses.
    #[serde(alias = "status", deserialize_with = "one_or_many")]
    pub statuses: Vec<StatusCode>,
    /// Only tasks for which this is owed.
    pub standing: Option<StandingCode>,
    /// Only these lights as of the day asked.
    #[serde(alias = "light", deserialize_with = "one_or_many")]
    pub lights: Vec<LightCode>,
    /// Only this progress light as of the day asked.
    pub pace: Option<PaceCode>,
    /// Due on this day or later.
    pub due_from: Option<NaiveDate>,
    /// Due before this day.
    pub due_before: Option<NaiveDate>,
    /// Only tasks without a due day.
    pub without_due: bool,
    /// Only of these notices.
    #[serde(alias = "notice", deserialize_with = "one_or_many")]
    pub notices: Vec<String>,
    /// Only tasks that were entered by hand.
    pub by_hand: bool,
    /// Only of notices of this region.
    pub region: Option<String>,
    /// Only tasks on which this person is named.
    pub person: Option<String>,
    /// Only tasks that come back in a rhythm.
    pub recurring: bool,
    /// Only tasks that no unit leads.
    pub unassigned: bool,
    /// Only tasks with doubts.
    pub doubtful: bool,
    /// Only tasks whose notice names neither day nor year, so that they count as having been there on every past day.
    pub undated: bool,
    /// Text, units or number contain these words.
    pub words: Option<String>,
    /// Order.
    pub sort: TaskSort,
    /// Last first.
    pub descending: bool,
    /// Where the page before ended: `TaskPage::next`.
    pub after: Option<String>,
    /// How many rows at most; 0 means all.
    pub limit: u32,
}

/// A list may be written as its only value, or as nothing.
fn one_or_many<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany<T> {
        One(T),
        Many(Vec<T>),
    }
    Ok(match Option::deserialize(from)? {
        None => Vec::new(),
        Some(OneOrMany::One(one)) => vec![one],
        Some(OneOrMany::Many(many)) => many,
    })
}

/// One row of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskRow {
    /// Id of the task.
    pub id: String,
    /// Id of its notice; none for one entered by hand.
    pub notice: Option<String>,
    /// Title of its notice.
    pub notice_title: Option<String>,
    /// Where one that was entered by hand comes from.
    pub origin: Option<super::OriginInfo>,
    /// Where it comes from in a few words: the title of its notice, or 领导批示（李明，2022-03-01）.
    pub comes_from: String,
    /// Path of labels in the notice: 二/（一）/3.
    pub number: String,
    /// Title, where it has one.
    pub title: Option<String>,
    /// What is to be done.
    pub text: String,
    /// Who answers.
    pub leads: Vec<UnitRef>,
    /// Who assists.
    pub co_units: Vec<UnitRef>,
    /// What comes back in it.
    pub duty: Option<super::DutyBrief>,
    /// Who is named on it.
    pub people: Vec<super::TaskPerson>,
    /// Deadline as written.
    pub deadline_raw: Option<String>,
    /// Last day allowed.
    pub due: Option<NaiveDate>,
    /// Kind of deadline, in the words of the export format.
    #[ts(as = "super::codes::DeadlineKindCode")]
    pub deadline_kind: String,
    /// Days left as of the day asked; negative when overdue.
    pub days_left: Option<i32>,
    /// Where it stands.
    pub status: StatusCode,
    /// How it stands against its deadline.
    pub light: LightCode,
    /// Why, in a sentence.
    pub light_reason: String,
    /// How far it is against the time that has passed.
    pub pace: PaceCode,
    /// Why, in a sentence.
    pub pace_reason: String,
    /// The share last reported, in percent.
    pub share: Option<u8>,
    /// The share that the time passed asks for, in percent; none without a beginning and an end.
    pub expected: Option<u8>,
    /// How many doubts a person should look at.
    pub doubts: u32,
    /// What the columns of the list say that are nothing but text, by their keys.
    pub cells: BTreeMap<String, String>,
}

/// A page of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskPage {
    /// How many tasks answer the query in all.
    pub total: u32,
    /// Of a past day: how many of these count as having been there because their notice names neither day nor year.
    pub undated: u32,
    /// The rows of this page.
    pub rows: Vec<TaskRow>,
    /// Pass as `after` for the next page; absent on the last.
    pub next: Option<String>,
}

/// A line of a source file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SourceLine {
    /// Number in the file, from 1.
    pub number: u32,
    /// Printed page.
    pub page: Option<u32>,
    /// The text, markup removed.
    pub text: String,
}

/// Where a field came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProvenanceInfo {
    /// The field: leads, deadline, …
    #[ts(as = "super::codes::FieldCode")]
    pub field: String,
    /// Name of the rule.
    pub rule: String,
    /// What the rule does, for the person.
    pub rule_words: String,
    /// The words it read.
    pub words: String,
    /// Line in the file.
    pub line: u32,
    /// The exact characters of the file, where the words stand in it as they are.
    pub characters: Option<CharacterRange>,
}

/// Exact characters of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CharacterRange {
    /// First line, counted from 1.
    pub line: u32,
    /// Last line.
    pub last_line: u32,
    /// First character on the first line, counted from 0.
    pub from: u32,
    /// The character behind the last, on the last line.
    pub to: u32,
}

impl CharacterRange {
    /// From the numbers of a register.
    pub(crate) fn of([line, last_line, from, to]: [u32; 4]) -> Self {
        Self { line, last_line, from, to }
    }
}

/// What a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DoubtInfo {
    /// The field: leads, deadline, …
    #[ts(as = "super::codes::FieldCode")]
    pub field: String,
    /// Name of the rule.
    pub rule: String,
    /// The words that cause it.
    pub words: String,
    /// What else they could mean.
    pub alternative: String,
    /// How often such a doubt is right, in percent.
    pub chance: u8,
    /// Line in the file that it is about; a doubt about the whole notice has none.
    pub line: Option<u32>,
    /// The exact characters of the file that it is about.
    pub characters: Option<CharacterRange>,
    /// What a person has said of it.
    #[ts(as = "super::codes::DoubtStateCode")]
    pub state: String,
}

/// Id of one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IdRequest {
    /// The id.
    pub id: String,
}

/// A task with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskDetail {
    /// The row of the ledger.
    pub task: TaskRow,
    /// Id of the measure it was made of; none for a task entered by hand.
    pub measure: Option<String>,
    /// Whether the notice, read again, holds that measure no more.
    pub gone: bool,
    /// Fields of the measure that a person corrected.
    pub corrections: Vec<super::CorrectionInfo>,
    /// Enclosing headings, outermost first.
    pub section: Vec<String>,
    /// measure, safeguard or embedded.
    #[ts(as = "super::codes::MeasureClassCode")]
    pub class: String,
    /// Which statement named the units.
    #[ts(as = "super::codes::UnitBasisCode")]
    pub unit_basis: String,
    /// Several times stated: words and day.
    pub milestones: Vec<MilestoneInfo>,
    /// How long the policy runs, in its words.
    pub validity: Option<String>,
    /// A day the notice suggests without stating it.
    pub proposed_due: Option<NaiveDate>,
    /// Name of the file that its notice stands in.
    pub source_file: Option<String>,
    /// The lines the measure stands on, with a few around.
    pub source_lines: Vec<SourceLine>,
    /// First line of the measure; 0 for a task entered by hand.
    pub first_line: u32,
    /// Last line of the measure.
    pub last_line: u32,
    /// Where each field came from.
    pub provenance: Vec<ProvenanceInfo>,
    /// What to look at.
    pub doubts: Vec<DoubtInfo>,
    /// Figures it must reach.
    pub indicators: Vec<super::IndicatorInfo>,
    /// Leaders and persons that its notice names.
    pub people: PeopleInfo,
    /// The columns of the ledger that are lines here: heading and text.
    pub lines: Vec<(String, String)>,
    /// Further columns of a task table: heading and text.
    pub columns: Vec<(String, String)>,
    /// Its statuses, deadlines, parts, and what may be done with it.
    pub life: super::TaskLife,
    /// What its own words ask for when it is handed in, done or struck off.
    pub closing_questions: Vec<String>,
    /// The operations that touched it, latest first.
    pub history: Vec<super::JournalEntry>,
}

/// The people that a notice names on a task.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PeopleInfo {
    /// 分管领导, 牵头领导.
    pub leader: Vec<String>,
    /// 责任人.
    pub responsible: Vec<String>,
    /// 联系人.
    pub contact: Vec<String>,
}

/// One of several times stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MilestoneInfo {
    /// The words.
    pub raw: String,
    /// The day.
    pub due: NaiveDate,
}

/// Which unit is to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitRequest {
    /// Its id or name.
    pub id: String,
    /// Its region, for a name that several regions have.
    #[serde(default)]
    #[ts(optional)]
    pub region: Option<String>,
}

/// A unit with its spellings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitDetail {
    /// The unit and its counts.
    pub unit: super::UnitFigures,
    /// Spellings met in notices.
    pub aliases: Vec<String>,
    /// Of a past day: how many of its tasks count as having been there because their notice names neither day nor year.
    pub undated: u32,
    /// Per month of the due day, of the tasks it leads.
    pub months: Vec<super::MonthFigures>,
}

/// Which units are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct UnitQuery {
    /// Name or alias contains these characters.
    pub words: Option<String>,
    /// Only units of this region.
    pub region: Option<String>,
}

/// A unit with what it leads and owes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OverdueUnit {
    /// The unit and its counts; absent for tasks that no unit leads.
    pub unit: Option<super::UnitFigures>,
    /// How many of the tasks it leads are overdue.
    pub overdue: u32,
    /// These tasks, longest overdue first, where they were asked for.
    pub tasks: Vec<TaskRow>,
}

/// Whose overdue tasks are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct OverdueRequest {
    /// Only of this notice.
    pub notice: Option<String>,
    /// Only of notices of this region.
    pub region: Option<String>,
    /// Each unit with all of its overdue tasks. Without them the answer costs the same however many there are; the tasks
    /// of one unit are listed page by page by `list_tasks`.
    pub tasks: bool,
}

/// The shapes the ledger leaves in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// One JSON object a line: documents and measures as read.
    Jsonl,
    /// The ledger for a spreadsheet, with a byte order mark.
    Csv,
}

/// What is to be exported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportRequest {
    /// In which shape.
    pub format: ExportFormat,
    /// Only these tasks, in this order; for the spreadsheet alone.
    #[serde(default)]
    #[ts(optional)]
    pub query: Option<TaskQuery>,
    /// The file on this machine that it is written to; then the answer has no text.
    #[serde(default)]
    #[ts(optional)]
    pub to: Option<String>,
}

/// A file to be saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportFile {
    /// A name for it.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// Its text, to be written as UTF-8.
    pub text: String,
}
