//! Measures as they are shown, exported and made into tasks.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{DeadlineKind, DoubtState, Field, MeasureClass, UnitBasis};
use rusqlite::OptionalExtension as _;

use super::reading::ReadMeasure;
use super::values::{ColumnValue, IndicatorValue, MilestoneValue, PeopleValue, ProvenanceValue};
use crate::corrections::{Correction, DeadlineValue, FieldValue, JudgedDoubt, LaidOver};
use crate::rows::code;
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
    /// What to look at, and what was said of it.
    pub doubts: Vec<JudgedDoubt>,
    /// Fields that a person corrected: what stands above is the corrected value.
    pub corrections: Vec<Correction>,
    /// Whether a later reader finds no measure here.
    pub gone: bool,
    /// Why a person says that it is nothing to be followed.
    pub dropped: Option<String>,
}

impl Reader<'_> {
    /// The measures of a notice, in order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn measures(&self, notice: &NoticeId) -> Result<Vec<MeasureRecord>, StoreError> {
        self.packed_measures(notice)?.unpack()
    }

    /// The measure with this id.
    ///
    /// # Errors
    /// When there is none, or the file cannot be read.
    pub fn measure(&self, id: &MeasureId) -> Result<MeasureRecord, StoreError> {
        let found = self.measures(&id.notice)?.into_iter().find(|measure| measure.id == *id);
        found.ok_or_else(|| StoreError::NotFound { what: "举措", id: id.to_string() })
    }

    /// The measure that a task was made of; none for a task entered by hand.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn measure_of_task(&self, task: &TaskId) -> Result<Option<MeasureRecord>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("place_of_task.sql"))?;
        let place = statement.query_row([task], |row| {
            Ok((row.get::<_, i64>("id")?, row.get::<_, NoticeId>("uid")?, row.get::<_, i64>("measure")?))
        });
        let Some((number, notice, key)) = place.optional()? else { return Ok(None) };
        let Some(read) = self.reading(number)?.into_iter().find(|measure| measure.key == key) else { return Ok(None) };
        let laid = self.said_of(number)?.lay_over_only(read);
        Ok(Some(MeasureRecord::of(&notice, Some(task.clone()), laid)?))
    }

    /// The task made of the measure with this id, if there is one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn task_of_measure(&self, id: &str) -> Result<Option<TaskId>, StoreError> {
        let Some(MeasureId { notice, key }) = MeasureId::parse(id) else { return Ok(None) };
        let task = include_str!("task_of_measure.sql");
        Ok(self.connection.prepare_cached(task)?.query_row((notice, key), |row| row.get("uid")).optional()?)
    }

    /// What was read in a notice, without regard to tasks.
    pub(crate) fn reading(&self, notice: i64) -> Result<Vec<ReadMeasure>, StoreError> {
        let reading = "SELECT reading FROM notices WHERE id = ?1";
        let reading: Option<i64> = self.connection.prepare_cached(reading)?.query_row([notice], |row| row.get(0))?;
        match reading {
            Some(reading) => Ok(serde_json::from_slice(&self.content(reading)?)?),
            None => Ok(Vec::new()),
        }
    }

    pub(crate) fn tasks_by_measure(&self, notice: i64) -> Result<HashMap<i64, TaskId>, StoreError> {
        let tasks = "SELECT measure, uid FROM tasks WHERE notice = ?1";
        let mut statement = self.connection.prepare_cached(tasks)?;
        let rows = statement.query_map([notice], |row| Ok((row.get("measure")?, row.get("uid")?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl MeasureRecord {
    /// What was read in this field, whatever a person made of it.
    pub fn as_read(&self, field: Field) -> Option<FieldValue> {
        let corrected = self.corrections.iter().find(|correction| correction.field == field);
        corrected.map(|correction| correction.read.clone()).or_else(|| self.value(field))
    }

    /// What holds in this field.
    pub fn value(&self, field: Field) -> Option<FieldValue> {
        Some(match field {
            Field::Title => FieldValue::Title(self.title.clone()),
            Field::Text => FieldValue::Text(self.text.clone()),
            Field::Leads => FieldValue::Leads(self.leads.clone()),
            Field::CoUnits => FieldValue::CoUnits(self.co_units.clone()),
            Field::Deadline => FieldValue::Deadline(DeadlineValue {
                raw: self.deadline_raw.clone(),
                due: self.due,
                kind: self.deadline_kind.code().to_owned(),
            }),
            Field::Class => FieldValue::Class(self.class.code().to_owned()),
            Field::People => FieldValue::People(self.people.clone()),
            Field::Dropped => FieldValue::Dropped(self.dropped.clone()),
            _ => return None,
        })
    }

    /// How many doubts nobody has judged.
    pub fn open_doubts(&self) -> usize {
        self.doubts.iter().filter(|judged| judged.state == DoubtState::Open).count()
    }

    pub(super) fn of(notice: &NoticeId, task: Option<TaskId>, laid: LaidOver) -> Result<Self, StoreError> {
        let LaidOver { measure, corrections, doubts } = laid;
        Ok(Self {
            id: MeasureId { notice: notice.clone(), key: measure.key },
            notice: notice.clone(),
            task,
            line: measure.line,
            last_line: measure.last_line,
            page: measure.page,
            number: measure.number,
            section: measure.section,
            title: measure.title,
            text: measure.text,
            leads: measure.leads,
            co_units: measure.co_units,
            section_leads: measure.section_leads,
            unit_basis: code("unit_basis", &measure.unit_basis)?,
            deadline_raw: measure.deadline_raw,
            due: measure.due,
            deadline_kind: code("deadline_kind", &measure.deadline_kind)?,
            milestones: measure.milestones,
            validity_raw: measure.validity_raw,
            validity_until: measure.validity_until,
            proposal_raw: measure.proposal_raw,
            proposal_due: measure.proposal_due,
            class: code("class", &measure.class)?,
            indicators: measure.indicators,
            people: measure.people,
            columns: measure.columns,
            provenance: measure.provenance,
            doubts,
            corrections,
            gone: measure.gone,
            dropped: measure.dropped,
        })
    }
}
