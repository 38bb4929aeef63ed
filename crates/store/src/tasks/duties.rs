//! Recurring duties of tasks. Which periods there are is computed; kept are the rule, from a day on, and what became of a
//! period. The due day of such a task is that of its earliest open period, so it moves when one is settled.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{DeadlineKind, Duty, Occurrence, OccurrenceState, Rhythm};
use rusqlite::{OptionalExtension as _, named_params};
use serde::{Deserialize, Serialize};

use super::{Happening, NewDeadline};
use crate::rows::{bind, code};
use crate::{ProgressId, Reader, StoreError, TaskId, Writer};

/// What the words of a deadline and its notice say of a duty.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReadDuty<'a> {
    /// The words of the deadline.
    pub(crate) raw: &'a str,
    /// The text of the task.
    pub(crate) text: &'a str,
    /// Since when it is owed.
    pub(crate) begins: NaiveDate,
    /// Until when, where that is known.
    pub(crate) ends: Option<NaiveDate>,
}

/// The duty that a periodic deadline states; none for words that nobody can compute with.
pub(crate) fn read_duty(of: &ReadDuty<'_>) -> Option<Duty> {
    let ReadDuty { raw, text, begins, ends } = *of;
    Some(Duty { rhythm: Rhythm::of_deadline(raw, text)?, begins, ends })
}

/// The duty of a task, with what became of its periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskDuty {
    /// The rule.
    pub duty: Duty,
    /// Whether the words of the deadline say so.
    pub is_read: bool,
    /// The first days of the periods that were settled.
    pub settled: BTreeSet<NaiveDate>,
}

/// The duty of a task as statements pack it: rule, first day, last day, whether it was read, settled periods.
#[derive(Deserialize)]
pub(super) struct PackedDuty(String, NaiveDate, Option<NaiveDate>, u8, BTreeSet<NaiveDate>);

impl PackedDuty {
    /// None where the rule was taken off.
    pub(super) fn unpack(self) -> Option<TaskDuty> {
        let Self(rule, begins, ends, is_read, settled) = self;
        let duty = Duty { rhythm: Rhythm::read(&rule)?, begins, ends };
        Some(TaskDuty { duty, is_read: is_read != 0, settled })
    }
}

/// A period that was settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledPeriod {
    /// Its first day.
    pub period: NaiveDate,
    /// What became of it.
    pub state: OccurrenceState,
    /// The day it was.
    pub day: NaiveDate,
    /// Why.
    pub reason: String,
    /// Who said so.
    pub actor: String,
    /// The entry of progress it was reported with.
    pub progress: Option<ProgressId>,
}

/// What becomes of a period.
#[derive(Debug, Clone, Copy)]
pub struct Settlement<'a> {
    /// The period.
    pub period: Occurrence,
    /// What becomes of it.
    pub state: OccurrenceState,
    /// The entry of progress it is reported with.
    pub progress: Option<&'a ProgressId>,
}

/// A row of `duties`.
#[derive(Debug, Serialize)]
pub(crate) struct DutyRow {
    task: i64,
    rule: String,
    begins: NaiveDate,
    ends: Option<NaiveDate>,
}

impl DutyRow {
    pub(crate) fn of(task: i64, duty: Duty) -> Self {
        Self { task, rule: duty.rhythm.words(), begins: duty.begins, ends: duty.ends }
    }
}

impl Reader<'_> {
    /// The periods of a task that were settled up to a day, the earliest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn settled_periods(&self, task: &TaskId, until: Option<NaiveDate>) -> Result<Vec<SettledPeriod>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("settled_periods.sql"))?;
        let until = until.map_or_else(|| "9999-12-31".to_owned(), |day| day.to_string());
        bind(&mut statement, &[(":task", task.into()), (":day", until.into())])?;
        let mut rows = statement.raw_query();
        let mut settled = Vec::new();
        while let Some(row) = rows.next()? {
            settled.push(SettledPeriod {
                period: row.get("period")?,
                state: code("state", &row.get::<_, String>("state")?)?,
                day: row.get("happened")?,
                reason: row.get("reason")?,
                actor: row.get("actor")?,
                progress: row.get("progress")?,
            });
        }
        Ok(settled)
    }

    /// The last day on which anything was said of the duty of a task.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn duty_changed_last(&self, task: &TaskId) -> Result<Option<NaiveDate>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("duty_changed_last.sql"))?;
        let day: Option<String> = statement.query_row([task], |row| row.get(0))?;
        Ok(day.and_then(|day| day.parse().ok()))
    }
}

impl Writer<'_> {
    /// Settles a period of the duty of a task: it was reported, or left out. The task is then due with its earliest open one.
    ///
    /// # Errors
    /// When there is no such task, or SQLite refuses.
    pub fn settle_period(
        &self,
        task: &TaskId,
        settlement: &Settlement<'_>,
        happening: Happening<'_>,
    ) -> Result<(), StoreError> {
        let Settlement { period, state, progress } = *settlement;
        self.connection().prepare_cached(include_str!("add_occurrence.sql"))?.execute(named_params! {
            ":task": task,
            ":period": period.begins,
            ":due": period.due,
            ":state": state.code(),
            ":progress": progress,
            ":day": happening.day,
            ":recorded_at": self.moment(),
            ":reason": happening.reason,
        })?;
        self.follow_duty(task, None, happening)
    }

    /// Gives a task another duty from a day on, or none any more.
    ///
    /// # Errors
    /// When there is no such task, or SQLite refuses.
    pub fn set_duty(&self, task: &TaskId, duty: Option<Duty>, happening: Happening<'_>) -> Result<(), StoreError> {
        self.connection().prepare_cached(include_str!("set_duty.sql"))?.execute(named_params! {
            ":task": task,
            ":rule": duty.map(|duty| duty.rhythm.words()).unwrap_or_default(),
            ":begins": duty.map_or(happening.day, |duty| duty.begins),
            ":ends": duty.and_then(|duty| duty.ends),
            ":day": happening.day,
            ":recorded_at": self.moment(),
            ":reason": happening.reason,
        })?;
        self.follow_duty(task, duty.map(|duty| duty.rhythm.words()), happening)
    }

    /// The task is due with the earliest open period of its duty.
    fn follow_duty(&self, task: &TaskId, words: Option<String>, happening: Happening<'_>) -> Result<(), StoreError> {
        let held = self.task(task, None)?;
        let due = held.duty.as_ref().and_then(|of| of.duty.first_open(&of.settled)).map(|period| period.due);
        let raw = words.or_else(|| held.deadline_raw.clone());
        if (held.due, held.deadline_kind) == (due, DeadlineKind::Periodic) && held.deadline_raw == raw {
            return Ok(());
        }
        self.move_deadline(task, &NewDeadline { raw, due, kind: DeadlineKind::Periodic }, happening)
    }

    /// Puts the duties that deadlines state beside new tasks.
    pub(super) fn put_duty_rows(&self, rows: &[DutyRow]) -> Result<(), StoreError> {
        if !rows.is_empty() {
            let told = serde_json::to_string(rows)?;
            self.connection().prepare_cached(include_str!("add_duties.sql"))?.execute([told])?;
        }
        Ok(())
    }

    /// The duty follows what the deadline of a task is now said to have been all along. Gives the day that the task is due
    /// by it; nothing where somebody has set the rule or settled a period, for then it stays.
    pub(crate) fn follow_read_duty(
        &self,
        task: i64,
        duty: Option<Duty>,
    ) -> Result<Option<Option<NaiveDate>>, StoreError> {
        let touched = "SELECT 1 FROM duties WHERE task = ?1 AND NOT is_read
            UNION ALL SELECT 1 FROM occurrences WHERE task = ?1";
        if self.connection().prepare_cached(touched)?.query_row([task], |_| Ok(())).optional()?.is_some() {
            return Ok(None);
        }
        self.connection().prepare_cached("DELETE FROM duties WHERE task = ?1")?.execute([task])?;
        self.put_duty_rows(&duty.map(|duty| DutyRow::of(task, duty)).into_iter().collect::<Vec<_>>())?;
        Ok(Some(duty.and_then(|duty| duty.first_open(&BTreeSet::new())).map(|period| period.due)))
    }
}

#[cfg(test)]
mod tests;
