//! What happens to a task: kept as facts with the day it is true from and the moment it was recorded. The row of the task
//! says how things stand by the latest of them.

use chrono::{NaiveDate, SecondsFormat};
use domain::{DeadlineKind, TaskStatus};
use rusqlite::named_params;

use crate::{StoreError, TaskId, Writer};

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

impl Writer<'_> {
    /// Moves a task to a status from a day on. One recorded late, for a day before others, changes what stood between
    /// that day and the next move, and not how the task stands now.
    ///
    /// # Errors
    /// When there is no such task, or SQLite refuses.
    pub fn move_status(&self, task: &TaskId, to: TaskStatus, happening: Happening<'_>) -> Result<(), StoreError> {
        let before = self.task(task, Some(happening.day))?.status;
        self.connection().prepare_cached(include_str!("add_status_event.sql"))?.execute(named_params! {
            ":task": task,
            ":before": before.code(),
            ":after": to.code(),
            ":happened": happening.day,
            ":recorded_at": self.now.to_rfc3339_opts(SecondsFormat::Millis, true),
            ":reason": happening.reason,
        })?;
        self.connection().prepare_cached(include_str!("follow_status.sql"))?.execute([task])?;
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
