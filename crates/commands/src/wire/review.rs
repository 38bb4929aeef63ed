//! Reviewing what an import brought before it becomes tasks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ClaimInfo, MeasureField, NewUnitName, NoticeRow, VersionKindCode};

/// Which notices are reviewed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ReviewQuery {
    /// Ids of new notices; none means those that wait for a person, the first hundred.
    pub notices: Vec<String>,
    /// Ids of known notices that the import held again.
    pub repeats: Vec<String>,
}

/// What is to be reviewed, and how far that has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Review {
    /// The notices, in the order asked; those that are not there any more are left out.
    pub notices: Vec<ReviewedNotice>,
    /// Known notices that came again.
    pub repeats: Vec<NoticeName>,
    /// What a person means to say of their measures.
    pub draft: Vec<ReviewedMeasure>,
    /// Of the notices that wait, how many are not among these.
    pub left: u32,
}

/// A notice to link to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeName {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
}

/// A notice under review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewedNotice {
    /// The row of the list.
    pub notice: NoticeRow,
    /// Measures with a doubt that nobody has judged.
    pub doubtful: u32,
    /// Counts it states of itself.
    pub claims: Vec<ClaimInfo>,
    /// Of one without measures whose kind orders nothing: what it was taken for, and by what.
    pub orders_nothing: Option<String>,
    /// Lines that no rule has claimed.
    pub not_understood: Vec<u32>,
    /// Notices that it is a version of.
    pub versions: Vec<ReviewedVersion>,
}

/// Another version of a notice under review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewedVersion {
    /// Id of the other one.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Whether the notice under review is the newer.
    pub is_newer: bool,
    /// How they follow one another.
    pub kind: VersionKindCode,
}

/// What a person says of a measure in a review.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewedMeasure {
    /// Id of the measure.
    pub measure: String,
    /// The values that are right, where others were read; dropped among them.
    #[serde(default)]
    pub fields: Vec<MeasureField>,
    /// Whether the person has looked at it and lets the rest stand: its doubts are settled by that.
    #[serde(default)]
    pub accepted: bool,
}

/// What is to be found again. An entry without anything said takes away what was kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewDraft {
    /// The measures of which something else is said than before.
    pub measures: Vec<ReviewedMeasure>,
}

/// What was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewKept {
    /// How many entries.
    pub measures: u32,
}

/// What is made of a review.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FinishReviewRequest {
    /// Ids of the notices.
    pub notices: Vec<String>,
    /// What is said of their measures. Of those that are not named nothing is said, and their doubts stay open.
    #[serde(default)]
    pub measures: Vec<ReviewedMeasure>,
    /// Whether the notices are confirmed, so that tasks are made of what was not dropped.
    pub confirm: bool,
    /// Only say what it would do.
    #[serde(default)]
    pub rehearse: bool,
}

/// What became of a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewReport {
    /// Notices confirmed now.
    pub notices: u32,
    /// Tasks made.
    pub tasks: u32,
    /// The same by the unit that leads them, the busiest first; those nobody leads last.
    pub leads: Vec<TasksMade>,
    /// Measures with a value of a person's.
    pub corrected: u32,
    /// Measures of which no task is made because a person says so.
    pub dropped: u32,
    /// Tasks made with a doubt that nobody has judged.
    pub doubtful: u32,
    /// Tasks made without a day.
    pub undated: u32,
    /// Names of units that nobody had before.
    pub new_units: Vec<NewUnitName>,
}

/// Tasks that one unit leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TasksMade {
    /// Its name; none where nobody leads.
    pub lead: Option<String>,
    /// How many.
    pub tasks: u32,
}
