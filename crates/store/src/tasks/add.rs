//! Making tasks of measures: those of a notice in one statement each for tasks and units, for a statement a row costs more
//! than the row.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{DeadlineKind, Duty, UnitRole};
use rusqlite::{OptionalExtension as _, named_params};
use serde::Serialize;

use super::NamedUnit;
use super::duties::{DutyRow, ReadDuty, read_duty};
use super::people::PersonRow;
use crate::corrections::LaidMeasure;
use crate::notices::reading::ReadMeasure;
use crate::{NoticeRecord, StoreError, TaskId, Writer};

/// A row of `tasks`, without what all of a notice have in common.
#[derive(Serialize)]
pub(super) struct NewTaskRow<'a> {
    pub(super) id: i64,
    pub(super) uid: String,
    pub(super) measure: Option<i64>,
    pub(super) number: &'a str,
    pub(super) title: Option<&'a str>,
    pub(super) text: &'a str,
    pub(super) deadline_raw: Option<&'a str>,
    pub(super) due: Option<NaiveDate>,
    pub(super) deadline_kind: &'a str,
    pub(super) first_lead: Option<i64>,
    pub(super) doubt_count: usize,
}

/// A row of `task_units`.
#[derive(Serialize)]
pub(super) struct NewTaskUnit<'a> {
    task: i64,
    unit: i64,
    role: &'static str,
    position: usize,
    written: &'a str,
}

impl<'a> NewTaskUnit<'a> {
    /// The rows of all units of a task.
    pub(super) fn all_of(task: i64, named: &[NamedUnit<'a>]) -> impl Iterator<Item = Self> {
        named.iter().enumerate().map(move |(position, unit)| Self {
            task,
            unit: unit.number,
            role: unit.role.code(),
            position,
            written: unit.written,
        })
    }
}

impl Writer<'_> {
    /// Makes a task of each of these measures of a notice. They begin in the first step that the office takes.
    pub(crate) fn add_tasks(
        &self,
        notice: i64,
        facts: &NoticeRecord,
        measures: &[&LaidMeasure],
    ) -> Result<(), StoreError> {
        let region = facts.region.as_deref();
        let mut tasks = Vec::with_capacity(measures.len());
        let (mut units, mut people, mut duties) = (Vec::new(), Vec::new(), Vec::new());
        for (id, laid) in (self.next_task()?..).zip(measures) {
            let measure = &laid.holds;
            let named = self.units_named(region, facts.issued, measure)?;
            let duty = self.duty_of_measure(facts, measure);
            duties.extend(duty.map(|duty| DutyRow::of(id, duty)));
            tasks.push(NewTaskRow {
                id,
                uid: TaskId::new(self.now).to_string(),
                measure: Some(measure.key),
                number: &measure.number,
                title: measure.title.as_deref(),
                text: &measure.text,
                deadline_raw: measure.deadline_raw.as_deref(),
                due: duty.map_or(measure.due, first_due),
                deadline_kind: &measure.deadline_kind,
                first_lead: named.iter().find(|unit| unit.role == UnitRole::Lead).map(|unit| unit.number),
                doubt_count: laid.open_doubts(),
            });
            units.extend(NewTaskUnit::all_of(id, &named));
            people.extend(PersonRow::as_read(id, &measure.people));
        }
        self.connection().prepare_cached(include_str!("add.sql"))?.execute(named_params! {
            ":tasks": serde_json::to_string(&tasks)?,
            ":notice": notice,
            ":status": self.steps()?.first().code(),
            ":begins": facts.first_day().map(|day| day.to_string()).unwrap_or_default(),
            ":region": region.unwrap_or_default(),
        })?;
        let add_units = include_str!("add_units.sql");
        self.connection().prepare_cached(add_units)?.execute([serde_json::to_string(&units)?])?;
        self.put_people_rows(&people)?;
        self.put_duty_rows(&duties)
    }

    /// The duty that the deadline of a measure states. It is owed while its notice is in force; where the notice does not say
    /// since when, from the day its task is made.
    pub(crate) fn duty_of_measure(&self, facts: &NoticeRecord, measure: &ReadMeasure) -> Option<Duty> {
        let raw = measure.deadline_raw.as_deref().filter(|_| measure.deadline_kind == DeadlineKind::Periodic.code())?;
        read_duty(&ReadDuty {
            raw,
            text: &measure.text,
            begins: facts.first_day().unwrap_or_else(|| self.now.date_naive()),
            ends: measure.validity_until.or_else(|| domain::last_day(facts.expires, &facts.title)),
        })
    }

    /// The number that the next task gets. Numbers of tasks that are gone are never given again.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_task(&self) -> Result<i64, StoreError> {
        let last = "SELECT seq FROM sqlite_sequence WHERE name = 'tasks'";
        let last: Option<i64> = self.connection().prepare_cached(last)?.query_row([], |row| row.get(0)).optional()?;
        Ok(last.unwrap_or_default() + 1)
    }
}

/// The day by which the first period of a duty is owed.
pub(super) fn first_due(duty: Duty) -> Option<NaiveDate> {
    duty.first_open(&BTreeSet::new()).map(|period| period.due)
}
