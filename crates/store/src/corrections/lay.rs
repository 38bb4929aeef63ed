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
    pub(crate) fn has_corrections(&self) -> bool {
        !self.corrections.is_empty()
    }

    pub(crate) fn corrections_of(&self, measure: i64) -> &[KeptCorrection] {
        self.corrections.get(&measure).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn lay_over(&self, read: ReadMeasure) -> LaidMeasure {
        let LaidOver { measure, corrections, doubts } = self.lay_over_only(read.clone());
        let holds = ReadMeasure { doubts: read.doubts.clone(), ..measure };
        LaidMeasure { read, holds, corrections, doubts }
    }

    /// The same without what was read: the doubts are moved out of the measure.
    pub(crate) fn lay_over_only(&self, read: ReadMeasure) -> LaidOver {
        let mut holds = read;
        let kept_corrections = self.corrections_of(holds.key);
        let mut corrections = Vec::new();
        // Of what was read, before the first of them is laid over it.
        let values: Vec<_> = kept_corrections.iter().map(|kept| FieldValue::of(kept.field, &holds)).collect();
        for (kept, value) in kept_corrections.iter().zip(values) {
            let Some(value) = value else { continue };
            kept.new.lay_over(&mut holds);
            corrections.push(Correction {
                field: kept.field,
                read: value,
                corrected: kept.new.clone(),
                actor: kept.actor.clone(),
                at: kept.at,
            });
        }
        let doubts = judged(&self.states, holds.key, std::mem::take(&mut holds.doubts));
        LaidOver { measure: holds, corrections, doubts }
    }
}

/// A measure as it holds.
#[derive(Debug)]
pub(crate) struct LaidOver {
    pub(crate) measure: ReadMeasure,
    pub(crate) corrections: Vec<Correction>,
    pub(crate) doubts: Vec<JudgedDoubt>,
}

/// Doubts with what was said of them.
pub(crate) fn judged(states: &[DoubtStateRow], measure: i64, doubts: Vec<DoubtValue>) -> Vec<JudgedDoubt> {
    let state_of = |doubt: &DoubtValue| {
        let said = states.iter().find(|row| row.is(measure, &doubt.field, &doubt.rule));
        said.map_or(DoubtState::Open, |row| row.state)
    };
    doubts.into_iter().map(|doubt| JudgedDoubt { state: state_of(&doubt), doubt }).collect()
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
        doubts: Vec<DoubtValue>,
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
