//! What a person says of a reading: corrections and judgements of doubts.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{DoubtState, Field};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PeopleInfo;

/// What an office calls a field.
pub fn field_word(code: &str) -> &str {
    match Field::from_code(code) {
        Some(known) => known.word(),
        None => code,
    }
}

/// What an office calls the state of a doubt.
pub fn doubt_state_word(code: &str) -> &str {
    match DoubtState::from_code(code) {
        Some(known) => known.word(),
        None => code,
    }
}

/// A field of a measure with a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum MeasureField {
    /// Its title; none.
    Title(Option<String>),
    /// Its text.
    Text(String),
    /// Lead units, as the notice names them.
    Leads(Vec<String>),
    /// Co-units, as the notice names them.
    CoUnits(Vec<String>),
    /// By when.
    Deadline(DeadlineInfo),
    /// What part it plays.
    Class(#[ts(as = "super::codes::MeasureClassCode")] String),
    /// The people named.
    People(PeopleInfo),
    /// Why it is nothing to be followed; none where it is. What is dropped becomes no task.
    Dropped(Option<String>),
}

/// By when a measure must be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeadlineInfo {
    /// The words of the notice; in a request without them they stay as they are.
    #[serde(default)]
    pub raw: Option<String>,
    /// The last day allowed.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// What kind of time it is.
    #[ts(as = "super::codes::DeadlineKindCode")]
    pub kind: String,
}

/// Fields of a measure to be corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CorrectRequest {
    /// Id of the measure, or of the task made of it.
    pub measure: String,
    /// The values that are right. The value that was read makes an earlier correction void.
    #[serde(default)]
    pub fields: Vec<MeasureField>,
    /// Fields that hold what was read again.
    #[serde(default)]
    #[ts(as = "Vec<super::codes::FieldCode>")]
    pub as_read: Vec<String>,
}

/// A field that was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CorrectionInfo {
    /// What the notice was read as.
    pub read: MeasureField,
    /// What was read, in words.
    pub read_words: String,
    /// What a person says.
    pub corrected: MeasureField,
    /// Which field.
    #[ts(as = "super::codes::FieldCode")]
    pub field: String,
    /// Who.
    pub actor: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// What became of a correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CorrectReport {
    /// Fields that hold another value now.
    #[ts(as = "Vec<super::codes::FieldCode>")]
    pub changed: Vec<String>,
    /// Id of the task made of the measure.
    pub task: Option<String>,
    /// Fields of the task that were changed on their own before, and were left as they are.
    #[ts(as = "Vec<super::codes::FieldCode>")]
    pub kept_on_task: Vec<String>,
    /// Co-units that lead now, and are co-units no more.
    pub taken_from_co_units: Vec<String>,
    /// Names of units that nobody had before.
    pub new_units: Vec<NewUnitName>,
}

/// Names of units that a person is about to put into a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitNamesRequest {
    /// Id of the measure, or of the task made of it; none for a task that no notice gave.
    #[serde(default)]
    pub measure: Option<String>,
    /// The region whose units are meant; without it and without a measure those of any.
    #[serde(default)]
    pub region: Option<String>,
    /// The names.
    pub names: Vec<String>,
}

/// A name that no unit has yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewUnitName {
    /// The name.
    pub name: String,
    /// Names of units that are like it, the likest first.
    pub nearest: Vec<String>,
}

/// A doubt to be judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JudgeRequest {
    /// Id of the measure or its task, or of the notice that the doubt is about.
    pub of: String,
    /// The field.
    #[ts(as = "super::codes::FieldCode")]
    pub field: String,
    /// The rule that doubts. All its doubts about the field are judged alike.
    pub rule: String,
    /// accepted, dismissed, or open again.
    #[ts(as = "super::codes::DoubtStateCode")]
    pub state: String,
}

/// What became of a judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JudgeReport {
    /// Doubts judged.
    pub judged: u32,
    /// Doubts of the notice and its measures that nobody has judged.
    pub open: u32,
}
