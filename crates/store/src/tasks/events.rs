//! What happens to a task: kept as facts with the day it is true from and the moment it was recorded. The row of the task
//! says how things stand by the latest of them.

use chrono::{NaiveDate, SecondsFormat};
use domain::{DeadlineKind, TaskStatus};
use rusqlite::named_params;
use serde::Serialize;

use super::on_day::in_json;
use crate::{StoreError, TaskId, UnitId, Writer};

/// A deadline as it is set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewDeadline {
    /// In words.
    pub raw: Option<String>,
    /// Last day allowed.
    pub due: Option<NaiveDate>,
    /// Its kind.
    pub kind: DeadlineKind,
}

/// On which day something happened, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Happening<'a> {
    /// The day it is true from.
    pub day: NaiveDate,
    /// Why; may be empty.
    pub reason: &'a str,
}

/// Where a task, or the part of one of its units, stands from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusChange<'a> {
    /// The task.
    pub task: TaskId,
    /// Its status from then on.
    pub to: TaskStatus,
    /// When and why.
    pub happening: Happening<'a>,
}

/// A [`StatusChange`] as the statements read it.
#[derive(Serialize)]
struct ChangeInJson<'a> {
    task: String,
    to: &'static str,
    day: NaiveDate,
    reason: &'a str,
}

impl Writer<'_> {
    /// Moves a task to a status from a day on; see [`Writer::move_statuses`].
    ///
    /// # Errors
    /// When there is no such task, or SQLite refuses.
    pub fn move_status(&self, task: &TaskId, to: TaskStatus, happening: Happening<'_>) -> Result<(), StoreError> {
        self.move_statuses(&[StatusChange { task: task.clone(), to, happening }], None)
    }

    /// Moves tasks, or the parts that one unit has in them. What is recorded late, for a day before others,
    /// changes what stood between that day and the next move, and not how a task stands now. Each task is moved once.
    ///
    /// # Errors
    /// When one of the tasks is not there, or SQLite refuses.
    pub fn move_statuses(&self, changes: &[StatusChange<'_>], unit: Option<&UnitId>) -> Result<(), StoreError> {
        let told: Vec<ChangeInJson<'_>> = changes
            .iter()
            .map(|StatusChange { task, to, happening: Happening { day, reason } }| ChangeInJson {
                task: task.to_string(),
                to: to.code(),
                day: *day,
                reason,
            })
            .collect();
        let told = serde_json::to_string(&told)?;
        let added =
            self.connection().prepare_cached(include_str!("add_status_events.sql"))?.execute(named_params! {
            ":changes": told,
            ":unit": unit,
            ":recorded_at": self.moment(),
            })?;
        let tasks: Vec<TaskId> = changes.iter().map(|change| change.task.clone()).collect();
        self.refuse_missing(added, &tasks)?;
        match unit {
            None => self
                .connection()
                .prepare_cached(include_str!("follow_statuses.sql"))?
                .execute(named_params! { ":changes": told })?,
            Some(unit) => self
                .connection()
                .prepare_cached(include_str!("follow_part_statuses.sql"))?
                .execute(named_params! { ":changes": told, ":unit": unit })?,
        };
        Ok(())
    }

    /// Gives a task another deadline from a day on; see [`Writer::move_deadlines`].
    ///
    /// # Errors
    /// When there is no such task, or SQLite refuses.
    pub fn move_deadline(&self, task: &TaskId, to: &NewDeadline, happening: Happening<'_>) -> Result<(), StoreError> {
        self.move_deadlines(std::slice::from_ref(task), to, happening)
    }

    /// Gives tasks another deadline from a day on. What it was before is kept with the change.
    ///
    /// # Errors
    /// When one of the tasks is not there, or SQLite refuses.
    pub fn move_deadlines(
        &self,
        tasks: &[TaskId],
        to: &NewDeadline,
        happening: Happening<'_>,
    ) -> Result<(), StoreError> {
        let told = in_json(tasks)?;
        let add = include_str!("add_deadline_events.sql");
        let added = self.connection().prepare_cached(add)?.execute(named_params! {
            ":tasks": told,
            ":raw": to.raw,
            ":due": to.due,
            ":kind": to.kind.code(),
            ":day": happening.day,
            ":recorded_at": self.moment(),
            ":reason": happening.reason,
        })?;
        self.refuse_missing(added, tasks)?;
        self.connection().prepare_cached(include_str!("follow_deadlines.sql"))?.execute([told])?;
        Ok(())
    }

    /// Keeps which task takes the place of these. It says nothing of their status.
    ///
    /// # Errors
    /// When one of the tasks is not there, or SQLite refuses.
    pub fn keep_successor(
        &self,
        tasks: &[TaskId],
        successor: &TaskId,
        kind: SuccessionKind,
        happening: Happening<'_>,
    ) -> Result<(), StoreError> {
        let pairs: Vec<(TaskId, TaskId)> = tasks.iter().map(|task| (task.clone(), successor.clone())).collect();
        self.keep_successors(&pairs, kind, false, happening)
    }

    /// The same where each of these tasks has a successor of its own, and what was reported on it belongs to the
    /// successor, too.
    ///
    /// # Errors
    /// When one of the tasks is not there, or SQLite refuses.
    pub fn keep_successors(
        &self,
        pairs: &[(TaskId, TaskId)],
        kind: SuccessionKind,
        carries_progress: bool,
        happening: Happening<'_>,
    ) -> Result<(), StoreError> {
        let told: Vec<[String; 2]> =
            pairs.iter().map(|(task, successor)| [task.to_string(), successor.to_string()]).collect();
        let add = include_str!("add_successions.sql");
        let added = self.connection().prepare_cached(add)?.execute(named_params! {
            ":pairs": serde_json::to_string(&told)?,
            ":kind": kind.code(),
            ":carries_progress": carries_progress,
            ":day": happening.day,
            ":recorded_at": self.moment(),
            ":reason": happening.reason,
        })?;
        let tasks: Vec<TaskId> = pairs.iter().map(|(task, _)| task.clone()).collect();
        self.refuse_missing(added, &tasks)
    }

    /// The moment of the operation, as it is kept with what is recorded.
    pub(crate) fn moment(&self) -> String {
        self.now.to_rfc3339_opts(SecondsFormat::Millis, true)
    }

    fn refuse_missing(&self, written: usize, tasks: &[TaskId]) -> Result<(), StoreError> {
        if written == tasks.len() {
            return Ok(());
        }
        let missing = tasks.iter().map(ToString::to_string).find(|id| !self.is_task(id).unwrap_or(true));
        Err(StoreError::NotFound { what: "督办事项", id: missing.unwrap_or_default() })
    }
}

/// How one task takes the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuccessionKind {
    /// It is followed as part of the other.
    Merged,
    /// The other was ordered later.
    Superseded,
}

impl SuccessionKind {
    /// The word in the store and on the wire: that of the status it leads to.
    pub fn code(self) -> &'static str {
        match self {
            Self::Merged => TaskStatus::Merged.code(),
            Self::Superseded => TaskStatus::Superseded.code(),
        }
    }
}
