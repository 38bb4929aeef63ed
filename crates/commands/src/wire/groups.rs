//! Groups of tasks with their counts, and views of the ledger that are kept.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::TaskQuery;

/// What the tasks of a list are put together by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TaskGrouping {
    /// The unit that leads; a task of several stands under each.
    Lead,
    /// The notice.
    Notice,
    /// The light as of the day asked.
    Light,
    /// The status.
    Status,
    /// The month of the due day.
    Month,
}

/// Which tasks are counted, and by what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskGroupsRequest {
    /// Which tasks; order and page are of no account.
    #[serde(default)]
    pub query: TaskQuery,
    /// What they are put together by.
    pub by: TaskGrouping,
}

/// Tasks that have something in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskGroup {
    /// Id of the unit or notice, code of the light or status, or month (2022-06); none for tasks that have no such thing.
    pub key: Option<String>,
    /// What it is called.
    pub name: String,
    /// Region of the unit or notice.
    pub region: Option<String>,
    /// How many tasks.
    pub count: u32,
    /// Of these, overdue as of the day asked.
    pub overdue: u32,
    /// Of these, done.
    pub done: u32,
    /// Of these, ended without being done: they count in no share.
    pub ended: u32,
}

/// The groups of a list. Their counts are exact, whatever is loaded of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskGroups {
    /// How many tasks there are in all; less than the counts together where tasks stand under several units.
    pub total: u32,
    /// Units and notices with most overdue first, lights and statuses in their order, months as they come.
    pub groups: Vec<TaskGroup>,
}

/// A view of the ledger under a name: what it shows and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LedgerView {
    /// What it is called.
    pub name: String,
    /// Which tasks, in which order.
    pub query: TaskQuery,
    /// The columns from the left, by their keys; none for the usual ones.
    pub columns: Vec<String>,
    /// What the tasks are put together by.
    pub grouping: Option<TaskGrouping>,
    /// Whether rows are of one line.
    pub compact: bool,
}

/// A view to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveViewRequest {
    /// As it is to be.
    pub view: LedgerView,
    /// The name of the one whose place it takes; without it the name must be new.
    #[serde(default)]
    pub replaces: Option<String>,
}

/// A view by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ViewRequest {
    /// What it is called.
    pub name: String,
}
