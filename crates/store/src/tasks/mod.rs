//! Tasks: measures being followed, and what was entered by hand.

mod add;
mod assign;
mod by_hand;
mod confirm;
mod duties;
mod events;
mod facts;
mod groups;
mod list;
mod on_day;
mod people;
mod query;
#[cfg(test)]
mod tests;
mod walk;

use chrono::NaiveDate;
use domain::{DeadlineKind, Origin, TaskStatus, UnitRole};

use crate::{MeasureId, NoticeId, TaskId, UnitId};

pub use assign::NewUnits;
pub use by_hand::{Moved, NewTask, TaskChange};
pub(crate) use confirm::{NamedUnit, letters};
pub(crate) use duties::{ReadDuty, read_duty};
pub use duties::{SettledPeriod, Settlement, TaskDuty};
pub use events::{Happening, NewDeadline, StatusChange, SuccessionKind};
pub use facts::{DeadlineFact, PartFact, Recorded, StatusFact, SuccessionFact};
pub use groups::{GroupCount, GroupCounts, GroupName, Grouping};
pub use on_day::TaskOnDay;
pub(crate) use people::named;
pub use people::{NewPerson, PeopleOfRole, TaskPerson};
pub use query::{Order, TaskFilter, TaskSlice};

/// A task that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRecord {
    /// Its id.
    pub id: TaskId,
    /// Its notice; none for one entered by hand.
    pub notice: Option<NoticeId>,
    /// Title of its notice.
    pub notice_title: Option<String>,
    /// The measure it was made of.
    pub measure: Option<MeasureId>,
    /// Where one that was entered by hand comes from.
    pub origin: Option<Origin>,
    /// Who is named on it.
    pub people: Vec<TaskPerson>,
    /// What comes back in it.
    pub duty: Option<TaskDuty>,
    /// Since when it is owed; none where nobody knows, and it counts as having been there on every day.
    pub begins: Option<NaiveDate>,
    /// Path of labels.
    pub number: String,
    /// Title.
    pub title: Option<String>,
    /// What is to be done.
    pub text: String,
    /// Who answers and who assists, leads first, in the order written.
    pub units: Vec<AssignedUnit>,
    /// Deadline as written.
    pub deadline_raw: Option<String>,
    /// Last day allowed.
    pub due: Option<NaiveDate>,
    /// Kind of deadline.
    pub deadline_kind: DeadlineKind,
    /// The share last stated, in percent.
    pub share: Option<u8>,
    /// Where it stands.
    pub status: TaskStatus,
    /// Doubts of its measure.
    pub doubts: u32,
}

/// A unit on a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignedUnit {
    /// The unit.
    pub unit: UnitId,
    /// Its canonical name.
    pub name: String,
    /// What the notice wrote.
    pub written: String,
    /// Its role.
    pub role: UnitRole,
}
