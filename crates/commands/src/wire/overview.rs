//! Status of the program, figures per unit, search, history, integrity.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{MoveCode, StatusCode};

/// What the window needs to know first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AppStatus {
    /// Version of the program.
    pub version: String,
    /// Where the store lies on this machine; empty where a front must not know.
    pub store: String,
    /// The day everything is shown as of.
    pub as_of: NaiveDate,
    /// Whether the store holds the sample data only; then `as_of` defaults to a day in the life of the sample.
    pub sample: bool,
    /// The day the sample is shown as of, where it is the sample.
    pub sample_as_of: Option<NaiveDate>,
    /// How many notices, duplicates not counted.
    pub notices: u32,
    /// How many notices wait for a person to confirm their measures.
    pub unconfirmed: u32,
    /// How many tasks.
    pub tasks: u32,
    /// How many tasks have a notice that names neither day nor year: they count as having been there on every past day.
    pub undated: u32,
    /// Who works here; none as long as nobody has said so.
    pub workplace: Option<super::WorkplaceInfo>,
    /// From where on lights change.
    pub thresholds: super::Thresholds,
    /// Which optional steps the office takes.
    pub steps: Vec<StatusCode>,
    /// What may be done from each status in an office that takes these steps.
    pub ways: Vec<Way>,
    /// Why the backup of the day is missing, where it could not be made.
    pub backup_fault: Option<super::BackupFault>,
    /// Grows with every write; a front that sees it change reads again.
    pub revision: i64,
}

/// What may be done with a task of a status, and where it leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Way {
    /// The status.
    pub from: StatusCode,
    /// What is done.
    #[serde(rename = "move")]
    pub name: MoveCode,
    /// The status it leads to.
    pub to: StatusCode,
}

/// Counts of tasks, of one unit or of all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskFigures {
    /// Tasks led (for all units together: all tasks).
    pub led: u32,
    /// Tasks assisted.
    pub assisted: u32,
    /// Led tasks completed or closed. The share of what is done is this part of all that are led without the ended ones.
    pub done: u32,
    /// Led tasks of which nothing is owed though nothing was done: suspended, merged, superseded, not applicable.
    pub ended: u32,
    /// Led tasks past their due day and still owed.
    pub overdue: u32,
    /// Led tasks due within the days that the office set.
    pub due_soon: u32,
    /// Led tasks due later.
    pub on_track: u32,
    /// Led tasks without a due day.
    pub no_deadline: u32,
}

/// A unit with its counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitFigures {
    /// Id of the unit.
    pub id: String,
    /// Canonical name.
    pub name: String,
    /// Region it belongs to: 杭州市.
    pub region: Option<String>,
    /// Its tasks.
    pub figures: TaskFigures,
}

/// Tasks by the month they are due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthFigures {
    /// The month: 2022-06.
    pub month: String,
    /// Tasks due in it.
    pub due: u32,
    /// Of these, done.
    pub done: u32,
    /// Of these, ended without being done: they count in no share.
    pub ended: u32,
    /// Of these, overdue as of the day asked.
    pub overdue: u32,
}

/// What the dashboard is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DashboardRequest {
    /// Only tasks of this notice.
    pub notice: Option<String>,
    /// Only units and notices of this region.
    pub region: Option<String>,
}

/// The figures of the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Dashboard {
    /// The day the figures hold for.
    pub as_of: NaiveDate,
    /// All tasks.
    pub totals: TaskFigures,
    /// Tasks that no unit leads.
    pub unassigned: u32,
    /// Of a past day: how many of all tasks count as having been there because their notice names neither day nor year.
    pub undated: u32,
    /// Per unit, most overdue first.
    pub units: Vec<UnitFigures>,
    /// Per month of the due day, in order.
    pub months: Vec<MonthFigures>,
    /// Regions met, for the filter.
    pub regions: Vec<String>,
}

/// For commands that ask nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// Which part of the history is wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct HistoryRequest {
    /// Only what concerned this task or notice.
    pub about: Option<String>,
    /// Only operations of this kind, by their label.
    pub label: Option<String>,
    /// Only those in whose label, summary or person this is written.
    pub words: Option<String>,
    /// Only those of this day and later.
    pub from: Option<NaiveDate>,
    /// Only those of this day and before.
    pub to: Option<NaiveDate>,
    /// Only those before this one: the last of the page that came before.
    pub after: Option<String>,
    /// How many entries at most; 0 means fifty.
    pub limit: u32,
}

/// What is being typed into the search box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SuggestRequest {
    /// The words so far.
    pub words: String,
}

/// What a search asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchRequest {
    /// Words as typed; blanks between words mean that all must occur.
    pub words: String,
    /// How many hits at most.
    #[serde(default = "default_limit")]
    pub limit: u32,
}

fn default_limit() -> u32 {
    50
}

/// A run of text, marked where it answers the search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Segment {
    /// The characters.
    pub text: String,
    /// Whether they are what was searched.
    pub marked: bool,
}

/// What kind of thing a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    /// A notice; open it in the reader.
    Notice,
    /// A task; open its drawer.
    Task,
}

/// One answer to a search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchHit {
    /// What it is.
    pub kind: HitKind,
    /// Id of the task or notice.
    pub id: String,
    /// Title of the notice, or title and place of the task.
    pub title: Vec<Segment>,
    /// The words around the first match.
    pub excerpt: Vec<Segment>,
    /// Line of the source file to open the reader at.
    pub line: Option<u32>,
}

/// Answers to a search, best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchResult {
    /// How many there are in all.
    pub total: u32,
    /// Whether that is their exact number: of very many not each is looked at.
    pub is_exact: bool,
    /// The best of them.
    pub hits: Vec<SearchHit>,
    /// Other words to try, from the dictionary.
    pub suggestions: Vec<String>,
}

/// One operation of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JournalEntry {
    /// Id of the operation.
    pub id: String,
    /// When, as RFC 3339 in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// Name of the operation as the menu shows it: 导入文件.
    pub label: String,
    /// What it was about, in a sentence.
    pub summary: String,
    /// Whether it has been undone.
    pub undone: bool,
    /// Whether it undid another operation, or did one again.
    pub is_step_back: bool,
}

/// Which operation is to be undone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct UndoRequest {
    /// Its id; the last one that stands without it.
    pub id: Option<String>,
}

/// Whether the store is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckReport {
    /// Whether nothing is wrong.
    pub ok: bool,
    /// What was looked at, in words.
    pub checks: Vec<CheckLine>,
    /// What was mended before looking, in words.
    pub mended: Vec<String>,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckLine {
    /// What was looked at.
    pub name: String,
    /// Whether it is as it should be.
    pub ok: bool,
    /// What was found.
    pub detail: String,
}
