//! What happens to a task: kept as facts with the day it is true from and the moment it was recorded. The row of the task
//! says how things stand by the latest of them.

use chrono::{NaiveDate, SecondsFormat};
use domain::{DeadlineKind, TaskStatus};
use rusqlite::named_params;
use serde::Serialize;

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
            ":recorded_at": self.now.to_rfc3339_opts(SecondsFormat::Millis, true),
            })?;
        if added != changes.len() {
            let missing =
                changes.iter().map(|change| change.task.to_string()).find(|id| !self.is_task(id).unwrap_or(true));
            return Err(StoreError::NotFound { what: "督办事项", id: missing.unwrap_or_default() });
        }
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

    /// Gives a task another deadline from a day on.
    ///
    /// # Errors
    /// When there is no such task, or SQLite refuses.
    pub fn move_deadline(&self, task: &TaskId, to: &NewDeadline, happening: Happening<'_>) -> Result<(), StoreError> {
        let before = self.task(task, Some(happening.day))?;
        self.connection().prepare_cached(include_str!("add_deadline_event.sql"))?.execute(named_params! {
            ":task": task,
            ":before_raw": before.deadline_raw,
            ":before_due": before.due,
            ":before_kind": before.deadline_kind.code(),
            ":after_raw": to.raw,
            ":after_due": to.due,
            ":after_kind": to.kind.code(),
            ":happened": happening.day,
            ":recorded_at": self.now.to_rfc3339_opts(SecondsFormat::Millis, true),
            ":reason": happening.reason,
        })?;
        self.connection().prepare_cached(include_str!("follow_deadline.sql"))?.execute([task])?;
        Ok(())
    }
}
