//! Correcting a measure.

use domain::{DoubtState, Field};
use rusqlite::named_params;

use super::follow::Following;
use super::value::FieldValue;
use crate::ids::fresh;
use crate::rows::to_json;
use crate::{MeasureId, StoreError, TaskId, Writer};

/// What became of a correction.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corrected {
    /// The fields that hold another value now.
    pub changed: Vec<Field>,
    /// The task made of the measure.
    pub task: Option<TaskId>,
    /// Fields of the task that were changed on their own before and stay as they are.
    pub kept_on_task: Vec<Field>,
}

impl Writer<'_> {
    /// Puts these values in the place of what was read. The value read makes an earlier correction void. The task made of
    /// the measure follows, except in what was changed on the task itself.
    ///
    /// # Errors
    /// When there is no such measure, or SQLite refuses.
    pub fn correct_measure(&self, id: &MeasureId, values: &[FieldValue]) -> Result<Corrected, StoreError> {
        let (notice, before) = self.laid_measure(id)?;
        let mut changed = Vec::new();
        for value in values {
            let field = value.field();
            let Some(read) = FieldValue::of(field, &before.read) else { continue };
            let held = FieldValue::of(field, &before.holds);
            if *value == read {
                self.void_correction(notice, id.key, field)?;
            } else {
                self.connection().prepare_cached(include_str!("correct.sql"))?.execute(named_params! {
                    ":uid": fresh(self.now).as_bytes(),
                    ":notice": notice,
                    ":measure": id.key,
                    ":field": field.code(),
                    ":old": to_json(&read)?,
                    ":new": to_json(value)?,
                    ":actor": self.actor,
                    ":at": self.now.to_rfc3339(),
                })?;
                for doubt in before.read.doubts.iter().filter(|doubt| doubt.field == field.code()) {
                    self.keep_doubt_state(notice, id.key, &before.read.doubts, doubt, DoubtState::Corrected)?;
                }
            }
            if held.as_ref() != Some(value) {
                changed.push(field);
            }
        }
        let (_, after) = self.laid_measure(id)?;
        let facts = self.notice(&id.notice)?;
        let following = Following { notice, key: id.key, facts_before: &facts, facts_after: &facts };
        let (task, kept_on_task) = self.follow(&following, &before.holds, &after.holds)?;
        self.count_open_doubts(notice, id.key, after.open_doubts())?;
        Ok(Corrected { changed, task, kept_on_task })
    }

    fn void_correction(&self, notice: i64, key: i64, field: Field) -> Result<(), StoreError> {
        let void = "DELETE FROM corrections WHERE notice = ?1 AND measure = ?2 AND field = ?3";
        if self.connection().prepare_cached(void)?.execute((notice, key, field.code()))? > 0 {
            self.connection().prepare_cached(include_str!("reopen_corrected.sql"))?.execute((
                notice,
                key,
                field.code(),
            ))?;
        }
        Ok(())
    }
}
