//! A reading with what people said of it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{DoubtState, Field};

use super::value::FieldValue;
use super::{DoubtStateRow, NOTICE_ITSELF};
use crate::notices::reading::ReadMeasure;
use crate::rows::{coded, json};
use crate::{DoubtValue, Reader, StoreError};

/// A field that a person corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The field.
    pub field: Field,
    /// What the reading that holds says.
    pub read: FieldValue,
    /// What the person says.
    pub corrected: FieldValue,
    /// Who.
    pub actor: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A doubt with what a person has said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedDoubt {
    /// The doubt.
    pub doubt: DoubtValue,
    /// What was said of it.
    pub state: DoubtState,
}

/// A measure as it was read, and as it holds.
#[derive(Debug, Clone)]
pub(crate) struct LaidMeasure {
    pub(crate) read: ReadMeasure,
    pub(crate) holds: ReadMeasure,
    pub(crate) corrections: Vec<Correction>,
    pub(crate) doubts: Vec<JudgedDoubt>,
}

impl LaidMeasure {
    /// How many doubts nobody has judged.
    pub(crate) fn open_doubts(&self) -> usize {
        self.doubts.iter().filter(|judged| judged.state == DoubtState::Open).count()
    }
}

/// Everything that people said of the reading of one notice.
#[derive(Debug, Default)]
pub(crate) struct Said {
    corrections: HashMap<i64, Vec<KeptCorrection>>,
    pub(crate) states: Vec<DoubtStateRow>,
}

/// A correction as it is kept.
#[derive(Debug, Clone)]
pub(crate) struct KeptCorrection {
    pub(crate) field: Field,
    /// What was read when it was made.
    pub(crate) old: FieldValue,
    pub(crate) new: FieldValue,
    actor: String,
    at: DateTime<Utc>,
}

impl Said {
    pub(crate) fn corrections_of(&self, measure: i64) -> &[KeptCorrection] {
        self.corrections.get(&measure).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn lay_over(&self, read: ReadMeasure) -> LaidMeasure {
        let mut holds = read.clone();
        let mut corrections = Vec::new();
        for kept in self.corrections_of(read.key) {
            let Some(value) = FieldValue::of(kept.field, &read) else { continue };
            kept.new.lay_over(&mut holds);
            corrections.push(Correction {
                field: kept.field,
                read: value,
                corrected: kept.new.clone(),
                actor: kept.actor.clone(),
                at: kept.at,
            });
        }
        let doubts = judged(&self.states, read.key, &read.doubts);
        LaidMeasure { read, holds, corrections, doubts }
    }
}

/// Doubts with what was said of them.
pub(crate) fn judged(states: &[DoubtStateRow], measure: i64, doubts: &[DoubtValue]) -> Vec<JudgedDoubt> {
    let state_of = |doubt: &DoubtValue| {
        let said = states.iter().find(|row| row.is(measure, &doubt.field, &doubt.rule));
        said.map_or(DoubtState::Open, |row| row.state)
    };
    doubts.iter().map(|doubt| JudgedDoubt { state: state_of(doubt), doubt: doubt.clone() }).collect()
}

impl Reader<'_> {
    /// The measures of a notice with what people said of them.
    pub(crate) fn laid_reading(&self, notice: i64) -> Result<Vec<LaidMeasure>, StoreError> {
        let said = self.said_of(notice)?;
        Ok(self.reading(notice)?.into_iter().map(|measure| said.lay_over(measure)).collect())
    }

    /// What people said of the reading of a notice.
    pub(crate) fn said_of(&self, notice: i64) -> Result<Said, StoreError> {
        let mut said = Said { states: self.doubt_states(notice)?, ..Said::default() };
        let corrections = "SELECT measure, field, old, new, actor, at FROM corrections WHERE notice = ?1 ORDER BY id";
        let mut statement = self.connection.prepare_cached(corrections)?;
        let mut rows = statement.query([notice])?;
        while let Some(row) = rows.next()? {
            said.corrections.entry(row.get("measure")?).or_default().push(KeptCorrection {
                field: coded::<Field>(row, "field")?,
                old: json(row, "old")?,
                new: json(row, "new")?,
                actor: row.get("actor")?,
                at: row.get("at")?,
            });
        }
        Ok(said)
    }

    /// The doubts of the notice itself, as they are judged.
    pub(crate) fn judged_notice_doubts(
        &self,
        notice: i64,
        doubts: &[DoubtValue],
    ) -> Result<Vec<JudgedDoubt>, StoreError> {
        Ok(judged(&self.doubt_states(notice)?, NOTICE_ITSELF, doubts))
    }

    fn doubt_states(&self, notice: i64) -> Result<Vec<DoubtStateRow>, StoreError> {
        let states = "SELECT measure, field, rule, state FROM doubt_states WHERE notice = ?1";
        let mut statement = self.connection.prepare_cached(states)?;
        let mut rows = statement.query([notice])?;
        let mut states = Vec::new();
        while let Some(row) = rows.next()? {
            states.push(DoubtStateRow {
                measure: row.get("measure")?,
                field: row.get("field")?,
                rule: row.get("rule")?,
                state: coded::<DoubtState>(row, "state")?,
            });
        }
        Ok(states)
    }
}
