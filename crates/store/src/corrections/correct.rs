//! Correcting measures.

use std::collections::HashMap;

use domain::{DoubtState, Field};
use rusqlite::named_params;

use super::follow::Following;
use super::lay::LaidMeasure;
use super::value::FieldValue;
use crate::ids::fresh;
use crate::rows::to_json;
use crate::{MeasureId, NoticeId, NoticeRecord, StoreError, TaskId, Writer};

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
        let corrected = self.correct_measures(&id.notice, &[(id, values)])?;
        Ok(corrected.into_iter().next().unwrap_or_default())
    }

    /// The same for measures of one notice, whose reading is unpacked once for all of them. Tells of each in order.
    ///
    /// # Errors
    /// When one of the measures is not there, or SQLite refuses.
    pub fn correct_measures(
        &self,
        notice: &NoticeId,
        corrections: &[(&MeasureId, &[FieldValue])],
    ) -> Result<Vec<Corrected>, StoreError> {
        let number = self.notice_number(notice)?;
        let facts = self.notice(notice)?;
        let laid: HashMap<i64, LaidMeasure> =
            self.laid_reading(number)?.into_iter().map(|measure| (measure.read.key, measure)).collect();
        let mut told = Vec::with_capacity(corrections.len());
        for (id, values) in corrections {
            let missing = || StoreError::NotFound { what: "举措", id: id.to_string() };
            let before = laid.get(&id.key).filter(|_| id.notice == *notice).ok_or_else(missing)?;
            told.push((before, self.keep_corrections(number, before, values)?));
        }
        let said = self.said_of(number)?;
        let following = |key| Following { notice: number, key, facts_before: &facts, facts_after: &facts };
        told.into_iter()
            .map(|(before, changed)| {
                let key = before.read.key;
                let after = said.lay_over(before.read.clone());
                let (mut task, kept_on_task) = self.follow(&following(key), &before.holds, &after.holds)?;
                if task.is_none() && before.holds.dropped.is_some() {
                    task = self.take_up(number, &facts, &after)?;
                }
                self.count_open_doubts(number, key, after.open_doubts())?;
                Ok(Corrected { changed, task, kept_on_task })
            })
            .collect()
    }

    /// Keeps what a person says of the fields of a measure, and gives the fields that hold another value then.
    fn keep_corrections(
        &self,
        notice: i64,
        before: &LaidMeasure,
        values: &[FieldValue],
    ) -> Result<Vec<Field>, StoreError> {
        let key = before.read.key;
        let mut changed = Vec::new();
        for value in values {
            let field = value.field();
            let Some(read) = FieldValue::of(field, &before.read) else { continue };
            let held = FieldValue::of(field, &before.holds);
            if *value == read {
                self.void_correction(notice, key, field)?;
            } else {
                self.connection().prepare_cached(include_str!("correct.sql"))?.execute(named_params! {
                    ":uid": fresh(self.now).as_bytes(),
                    ":notice": notice,
                    ":measure": key,
                    ":field": field.code(),
                    ":old": to_json(&read)?,
                    ":new": to_json(value)?,
                    ":actor": self.actor,
                    ":at": self.now.to_rfc3339(),
                })?;
                // Of what is not followed nothing is in doubt.
                let open = before.doubts.iter().filter(|judged| judged.state == DoubtState::Open);
                let settled = |of: &str| of == field.code() || field == Field::Dropped;
                for doubt in open.map(|judged| &judged.doubt).filter(|doubt| settled(&doubt.field)) {
                    self.keep_doubt_state(notice, key, &before.read.doubts, doubt, DoubtState::Corrected)?;
                }
            }
            if held.as_ref() != Some(value) {
                changed.push(field);
            }
        }
        Ok(changed)
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

    /// Makes the task of a measure that was dropped and is none the less to be followed, where its notice is confirmed.
    fn take_up(&self, notice: i64, facts: &NoticeRecord, measure: &LaidMeasure) -> Result<Option<TaskId>, StoreError> {
        if !facts.confirmed || measure.holds.dropped.is_some() || measure.holds.gone {
            return Ok(None);
        }
        self.add_tasks(notice, facts, &[measure])?;
        Ok(self.tasks_by_measure(notice)?.remove(&measure.read.key))
    }
}
