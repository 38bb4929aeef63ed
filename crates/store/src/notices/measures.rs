//! Measures as they are shown, exported and made into tasks.

use chrono::NaiveDate;
use domain::{DeadlineKind, MeasureClass, UnitBasis};
use rusqlite::{OptionalExtension as _, Row};

use super::values::{ColumnValue, DoubtValue, IndicatorValue, MilestoneValue, PeopleValue, ProvenanceValue};
use crate::rows::{coded, json};
use crate::{MeasureId, NoticeId, Reader, StoreError, TaskId};

/// A measure that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureRecord {
    /// Its id.
    pub id: MeasureId,
    /// Its notice.
    pub notice: NoticeId,
    /// The task made of it.
    pub task: Option<TaskId>,
    /// First line.
    pub line: u32,
    /// Last line.
    pub last_line: u32,
    /// Printed page.
    pub page: Option<u32>,
    /// Path of labels.
    pub number: String,
    /// Enclosing headings.
    pub section: Vec<String>,
    /// Title.
    pub title: Option<String>,
    /// Text.
    pub text: String,
    /// Units as written.
    pub leads: Vec<String>,
    /// Units as written.
    pub co_units: Vec<String>,
    /// Units of the enclosing heading.
    pub section_leads: Vec<String>,
    /// Which statement they come from.
    pub unit_basis: UnitBasis,
    /// Deadline as written.
    pub deadline_raw: Option<String>,
    /// Last day allowed.
    pub due: Option<NaiveDate>,
    /// Kind of deadline.
    pub deadline_kind: DeadlineKind,
    /// All times stated.
    pub milestones: Vec<MilestoneValue>,
    /// How long the policy runs.
    pub validity_raw: Option<String>,
    /// The last day of that.
    pub validity_until: Option<NaiveDate>,
    /// A day suggested: its words.
    pub proposal_raw: Option<String>,
    /// A day suggested.
    pub proposal_due: Option<NaiveDate>,
    /// What part it plays.
    pub class: MeasureClass,
    /// Quantified targets.
    pub indicators: Vec<IndicatorValue>,
    /// Leaders and persons named.
    pub people: PeopleValue,
    /// Further columns.
    pub columns: Vec<ColumnValue>,
    /// Where each field came from.
    pub provenance: Vec<ProvenanceValue>,
    /// What to look at.
    pub doubts: Vec<DoubtValue>,
}

impl Reader<'_> {
    /// The measures of a notice, in order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn measures(&self, notice: &NoticeId) -> Result<Vec<MeasureRecord>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("measures.sql"))?;
        let mut rows = statement.query([notice])?;
        let mut measures = Vec::new();
        while let Some(row) = rows.next()? {
            measures.push(measure(row)?);
        }
        Ok(measures)
    }

    /// The measure that a task was made of; none for a task entered by hand.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn measure_of_task(&self, task: &TaskId) -> Result<Option<MeasureRecord>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("measure_of_task.sql"))?;
        let mut rows = statement.query([task])?;
        rows.next()?.map(measure).transpose()
    }

    /// The task made of the measure with this id, if there is one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn task_of_measure(&self, id: &str) -> Result<Option<TaskId>, StoreError> {
        let task = "SELECT id FROM tasks WHERE measure = ?1";
        Ok(self.connection.prepare_cached(task)?.query_row([id], |row| row.get("id")).optional()?)
    }
}

fn measure(row: &Row<'_>) -> Result<MeasureRecord, StoreError> {
    Ok(MeasureRecord {
        id: row.get("id")?,
        notice: row.get("notice")?,
        task: row.get("task")?,
        line: row.get("line")?,
        last_line: row.get("last_line")?,
        page: row.get("page")?,
        number: row.get("number")?,
        section: json(row, "section")?,
        title: row.get("title")?,
        text: row.get("text")?,
        leads: json(row, "leads")?,
        co_units: json(row, "co_units")?,
        section_leads: json(row, "section_leads")?,
        unit_basis: coded(row, "unit_basis")?,
        deadline_raw: row.get("deadline_raw")?,
        due: row.get("due")?,
        deadline_kind: coded(row, "deadline_kind")?,
        milestones: json(row, "milestones")?,
        validity_raw: row.get("validity_raw")?,
        validity_until: row.get("validity_until")?,
        proposal_raw: row.get("proposal_raw")?,
        proposal_due: row.get("proposal_due")?,
        class: coded(row, "class")?,
        indicators: json(row, "indicators")?,
        people: json(row, "people")?,
        columns: json(row, "columns")?,
        provenance: json(row, "provenance")?,
        doubts: json(row, "doubts")?,
    })
}
