//! Tasks that no notice gave: a leader's instruction, what a meeting settled, what the office took up itself.
//!
//! What is changed here is what was entered wrong, as a correction changes what was read wrong: it says what had been so
//! all along, and is no event. What happens to a task later is moved on its own day (`events`).

use chrono::NaiveDate;
use domain::{DeadlineKind, Duty, Origin, UnitRole};
use rusqlite::{OptionalExtension as _, named_params};

use super::NewDeadline;
use super::add::{NewTaskRow, NewTaskUnit, first_due};
use super::duties::{DutyRow, ReadDuty, read_duty};
use crate::{Reader, StoreError, TaskId, Writer};

/// A task to be entered.
#[derive(Debug, Clone, Copy)]
pub struct NewTask<'a> {
    /// Title.
    pub title: Option<&'a str>,
    /// What is to be done.
    pub text: &'a str,
    /// Who answers, as written.
    pub leads: &'a [String],
    /// Who assists, as written.
    pub co_units: &'a [String],
    /// By when.
    pub deadline: &'a NewDeadline,
    /// Where it comes from.
    pub origin: &'a Origin,
    /// The region its units belong to; empty for none.
    pub region: &'a str,
    /// The first day on which it is owed.
    pub begins: NaiveDate,
}

/// Something of a task that was entered wrong, as it is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskChange {
    /// Its title; none.
    Title(Option<String>),
    /// Its text.
    Text(String),
    /// Who answers and who assists.
    Units {
        /// Who answers.
        leads: Vec<String>,
        /// Who assists.
        co_units: Vec<String>,
    },
    /// By when.
    Deadline(NewDeadline),
    /// Where it comes from, and the first day on which it is owed for that.
    Origin(Origin, NaiveDate),
}

/// What has happened to a task since it began.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moved {
    /// The first day on which anything happened.
    pub first_day: Option<NaiveDate>,
    /// Whether its deadline was moved.
    pub deadline: bool,
    /// Whether units came, went or took another role.
    pub units: bool,
}

impl Reader<'_> {
    /// What has happened to a task since it began.
    ///
    /// # Errors
    /// When there is no such task, or the file cannot be read.
    pub fn moved(&self, task: &TaskId) -> Result<Moved, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("moved.sql"))?;
        let found = statement.query_row([task], |row| {
            Ok(Moved { first_day: row.get("first_day")?, deadline: row.get("deadline")?, units: row.get("units")? })
        });
        found.optional()?.ok_or_else(|| missing(task))
    }

    /// The region that the units of a task belong to; empty for none.
    ///
    /// # Errors
    /// When there is no such task, or the file cannot be read.
    pub fn region_of_task(&self, task: &TaskId) -> Result<String, StoreError> {
        let region = "SELECT region FROM tasks WHERE uid = ?1";
        let found = self.connection.prepare_cached(region)?.query_row([task], |row| row.get(0));
        found.optional()?.ok_or_else(|| missing(task))
    }
}

impl Writer<'_> {
    /// Enters a task.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn add_task(&self, task: &NewTask<'_>) -> Result<TaskId, StoreError> {
        let NewTask { title, text, leads, co_units, deadline, origin, region, begins } = *task;
        let named = self.units_written(Some(region), Some(begins), leads, co_units)?;
        let (number, id) = (self.next_task()?, TaskId::new(self.now));
        let duty = duty_of(deadline, text, begins);
        let row = NewTaskRow {
            id: number,
            uid: id.to_string(),
            measure: None,
            number: "",
            title,
            text,
            deadline_raw: deadline.raw.as_deref(),
            due: duty.map_or(deadline.due, first_due),
            deadline_kind: deadline.kind.code(),
            first_lead: named.iter().find(|unit| unit.role == UnitRole::Lead).map(|unit| unit.number),
            doubt_count: 0,
        };
        self.connection().prepare_cached(include_str!("add.sql"))?.execute(named_params! {
            ":tasks": serde_json::to_string(&[row])?,
            ":notice": None::<i64>,
            ":status": self.steps()?.first().code(),
            ":begins": begins.to_string(),
            ":region": region,
        })?;
        let units: Vec<NewTaskUnit<'_>> = NewTaskUnit::all_of(number, &named).collect();
        let add_units = include_str!("add_units.sql");
        self.connection().prepare_cached(add_units)?.execute([serde_json::to_string(&units)?])?;
        self.put_origin(number, origin)?;
        self.put_duty_rows(&duty.map(|duty| DutyRow::of(number, duty)).into_iter().collect::<Vec<_>>())?;
        Ok(id)
    }

    /// Puts right what was entered wrong.
    ///
    /// # Errors
    /// When there is no such task, or SQLite refuses.
    pub fn edit_task(&self, task: &TaskId, changes: &[TaskChange]) -> Result<(), StoreError> {
        let place = "SELECT id, region, begins FROM tasks WHERE uid = ?1";
        let place = self.connection().prepare_cached(place)?.query_row([task], |row| {
            Ok((row.get::<_, i64>("id")?, row.get::<_, String>("region")?, row.get::<_, String>("begins")?))
        });
        let (number, region, begins) = place.optional()?.ok_or_else(|| missing(task))?;
        for change in changes {
            match change {
                TaskChange::Title(title) => {
                    let put = "UPDATE tasks SET title = ?2 WHERE id = ?1";
                    self.connection().prepare_cached(put)?.execute((number, title))?;
                }
                TaskChange::Text(text) => {
                    let put = "UPDATE tasks SET text = ?2 WHERE id = ?1";
                    self.connection().prepare_cached(put)?.execute((number, text))?;
                }
                TaskChange::Deadline(deadline) => {
                    let NewDeadline { raw, due, kind } = deadline;
                    let text = self.task(task, None)?.text;
                    let duty = begins.parse().ok().and_then(|begins| duty_of(deadline, &text, begins));
                    let due = match self.follow_read_duty(number, duty)? {
                        Some(first) if duty.is_some() => first,
                        _ => *due,
                    };
                    let put = "UPDATE tasks SET deadline_raw = ?2, due = ?3, deadline_kind = ?4 WHERE id = ?1";
                    self.connection().prepare_cached(put)?.execute((number, raw, due, kind.code()))?;
                }
                TaskChange::Units { leads, co_units } => {
                    let named = self.units_written(Some(&region), begins.parse().ok(), leads, co_units)?;
                    self.put_units(number, &self.units_of_task(number)?, &named)?;
                }
                TaskChange::Origin(origin, begins) => {
                    let put = "UPDATE tasks SET begins = ?2 WHERE id = ?1";
                    self.connection().prepare_cached(put)?.execute((number, begins.to_string()))?;
                    self.put_origin(number, origin)?;
                }
            }
        }
        Ok(())
    }

    fn put_origin(&self, task: i64, origin: &Origin) -> Result<(), StoreError> {
        let Origin { kind, words, person, day } = origin;
        self.connection().prepare_cached(include_str!("add_origin.sql"))?.execute(named_params! {
            ":task": task,
            ":kind": kind.code(),
            ":words": words,
            ":person": person,
            ":day": day,
        })?;
        Ok(())
    }
}

/// The duty that the words of a deadline state.
fn duty_of(deadline: &NewDeadline, text: &str, begins: NaiveDate) -> Option<Duty> {
    let raw = deadline.raw.as_deref().filter(|_| deadline.kind == DeadlineKind::Periodic)?;
    read_duty(&ReadDuty { raw, text, begins, ends: None })
}

fn missing(task: &TaskId) -> StoreError {
    StoreError::NotFound { what: "督办事项", id: task.to_string() }
}

#[cfg(test)]
mod tests;
