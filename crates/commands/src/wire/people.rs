//! Persons named on tasks.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonInfo {
    /// The name.
    pub name: String,
    /// The telephone; may be empty.
    #[serde(default)]
    pub telephone: String,
}

/// A person on a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskPerson {
    /// In which capacity.
    #[ts(as = "super::codes::PersonRoleCode")]
    pub role: String,
    /// The name.
    pub name: String,
    /// The telephone; may be empty.
    pub telephone: String,
    /// Whether the notice says so.
    pub is_read: bool,
}

/// Whom somebody names, role by role; a role that is not given stays as it is, an empty one is emptied.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PeopleOfTask {
    /// 分管领导.
    #[ts(optional)]
    pub leader: Option<Vec<PersonInfo>>,
    /// 责任人.
    #[ts(optional)]
    pub responsible: Option<Vec<PersonInfo>>,
    /// 联系人.
    #[ts(optional)]
    pub contact: Option<Vec<PersonInfo>>,
}

/// Who is to be named on tasks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct NamePeopleRequest {
    /// Ids of the tasks.
    pub tasks: Vec<String>,
    /// Who.
    pub people: PeopleOfTask,
    /// Why.
    #[ts(optional)]
    pub reason: Option<String>,
    /// The day it is true from; without it the day the register is worked in.
    #[ts(optional)]
    pub day: Option<NaiveDate>,
    /// Whether the others go on where some are refused.
    #[ts(as = "Option<bool>", optional)]
    pub skip_refused: bool,
}
