//! What a person says of a reading: corrections of fields and judgements of doubts, laid over what was read.
//!
//! A reading never changes. A correction is a row of its own with the value read and the value put in its place; it
//! outlives the reading it was made on. A correction says what the notice had said all along, so it is no event of the
//! task: the task made of the measure follows, except where it was changed on its own.

mod correct;
mod follow;
mod judge;
mod lay;
#[cfg(test)]
mod tests;
mod value;

pub use correct::Corrected;
pub use lay::{Correction, JudgedDoubt};
pub use value::{DeadlineValue, FieldValue};

pub(crate) use follow::Following;
pub(crate) use lay::{KeptCorrection, LaidMeasure, LaidOver, Said};

use domain::DoubtState;
use rusqlite::OptionalExtension as _;

use crate::{MeasureId, NoticeId, Reader, StoreError, TaskId};

/// The key under which doubts of the notice itself are judged.
pub(crate) const NOTICE_ITSELF: i64 = 0;

impl Reader<'_> {
    /// The measure with this id, or the one that the task with this id was made of.
    ///
    /// # Errors
    /// When there is none, or the file cannot be read.
    pub fn measure_called(&self, id: &str) -> Result<MeasureId, StoreError> {
        if let Some(measure) = MeasureId::parse(id) {
            return Ok(measure);
        }
        let of_task = include_str!("../notices/place_of_task.sql");
        let mut statement = self.connection.prepare_cached(of_task)?;
        let place = statement.query_row([TaskId::from(id)], |row| {
            Ok((row.get::<_, NoticeId>("uid")?, row.get::<_, Option<i64>>("measure")?))
        });
        match place.optional()? {
            Some((notice, Some(key))) => Ok(MeasureId { notice, key }),
            _ => Err(StoreError::NotFound { what: "举措", id: id.to_owned() }),
        }
    }
}

impl DoubtStateRow {
    fn is(&self, measure: i64, field: &str, rule: &str) -> bool {
        self.measure == measure && self.field == field && self.rule == rule
    }
}

/// What a person has said of the doubts of one rule about one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DoubtStateRow {
    pub(crate) measure: i64,
    pub(crate) field: String,
    pub(crate) rule: String,
    pub(crate) state: DoubtState,
}
