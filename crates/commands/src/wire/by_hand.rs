//! Tasks that no notice gave.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a task comes from that no notice gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OriginInfo {
    /// In which way it came about.
    #[ts(as = "super::codes::OriginCode")]
    pub kind: String,
    /// The words of the instruction, the name of the meeting, or what is to be known of it.
    #[serde(default)]
    pub words: String,
    /// Who gave it.
    #[serde(default)]
    pub person: String,
    /// The day it was given. The task is owed from then on.
    #[serde(default)]
    pub day: Option<NaiveDate>,
}

/// A task to be entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddTaskRequest {
    /// Its title.
    #[serde(default)]
    pub title: Option<String>,
    /// What is to be done.
    pub text: String,
    /// Who answers.
    #[serde(default)]
    pub leads: Vec<String>,
    /// Who assists.
    #[serde(default)]
    pub co_units: Vec<String>,
    /// By when; without it no deadline is stated.
    #[serde(default)]
    pub deadline: Option<super::DeadlineInfo>,
    /// Where it comes from.
    pub origin: OriginInfo,
    /// The region whose units are meant; without it the one that has units of these names.
    #[serde(default)]
    pub region: Option<String>,
    /// Who is named on it.
    #[serde(default)]
    #[ts(as = "Option<super::PeopleOfTask>", optional)]
    pub people: super::PeopleOfTask,
}

/// A task that was entered wrong; what is not given stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct EditTaskRequest {
    /// Its id.
    pub id: String,
    /// Its title; empty for none.
    pub title: Option<String>,
    /// What is to be done.
    pub text: Option<String>,
    /// Who answers.
    pub leads: Option<Vec<String>>,
    /// Who assists.
    pub co_units: Option<Vec<String>>,
    /// By when.
    pub deadline: Option<super::DeadlineInfo>,
    /// Where it comes from.
    pub origin: Option<OriginInfo>,
}

/// A task that was entered or put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskEntered {
    /// Id of the task.
    pub task: String,
    /// Names of units that nobody had before.
    pub new_units: Vec<super::NewUnitName>,
}
