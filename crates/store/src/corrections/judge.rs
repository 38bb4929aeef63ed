//! Judging doubts.

use std::collections::HashSet;

use domain::DoubtState;
use rusqlite::named_params;

use super::NOTICE_ITSELF;
use super::lay::LaidMeasure;
use crate::{DoubtValue, MeasureId, NoticeId, StoreError, Writer};

impl Writer<'_> {
    /// Keeps what a person says of the doubts of one rule about one field of a measure, and gives their number.
    ///
    /// # Errors
    /// When there is no such measure or doubt, or SQLite refuses.
    pub fn judge_doubt(&self, id: &MeasureId, field: &str, rule: &str, state: DoubtState) -> Result<u32, StoreError> {
        let (notice, measure) = self.laid_measure(id)?;
        let judged = self.keep_judgement(notice, id.key, &measure.read.doubts, [field, rule], state)?;
        let (_, after) = self.laid_measure(id)?;
        self.count_open_doubts(notice, id.key, after.open_doubts())?;
        Ok(judged)
    }

    /// Keeps that a person has found nothing wrong with these measures of a notice: their open doubts are dismissed.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn dismiss_doubts(&self, notice: &NoticeId, measures: &[&MeasureId]) -> Result<(), StoreError> {
        let number = self.notice_number(notice)?;
        let keys: HashSet<i64> = measures.iter().map(|id| id.key).collect();
        for measure in self.laid_reading(number)?.iter().filter(|measure| keys.contains(&measure.read.key)) {
            for judged in measure.doubts.iter().filter(|judged| judged.state == DoubtState::Open) {
                let (key, doubts) = (measure.read.key, &measure.read.doubts);
                self.keep_doubt_state(number, key, doubts, &judged.doubt, DoubtState::Dismissed)?;
            }
            self.count_open_doubts(number, measure.read.key, 0)?;
        }
        Ok(())
    }

    /// Keeps what a person says of doubts of a notice itself, as [`Self::judge_doubt`] does.
    ///
    /// # Errors
    /// When there is no such notice or doubt, or SQLite refuses.
    pub fn judge_notice_doubt(
        &self,
        id: &NoticeId,
        field: &str,
        rule: &str,
        state: DoubtState,
    ) -> Result<u32, StoreError> {
        let doubts: Vec<DoubtValue> = self.notice(id)?.doubts.into_iter().map(|judged| judged.doubt).collect();
        self.keep_judgement(self.notice_number(id)?, NOTICE_ITSELF, &doubts, [field, rule], state)
    }

    fn keep_judgement(
        &self,
        notice: i64,
        key: i64,
        doubts: &[DoubtValue],
        [field, rule]: [&str; 2],
        state: DoubtState,
    ) -> Result<u32, StoreError> {
        let doubt = doubts.iter().find(|doubt| doubt.field == field && doubt.rule == rule);
        let not_found = || StoreError::NotFound { what: "疑点", id: format!("{field} {rule}") };
        self.keep_doubt_state(notice, key, doubts, doubt.ok_or_else(not_found)?, state)
    }

    /// Keeps the state of all doubts that share rule and field with this one, and gives their number.
    pub(crate) fn keep_doubt_state(
        &self,
        notice: i64,
        key: i64,
        doubts: &[DoubtValue],
        doubt: &DoubtValue,
        state: DoubtState,
    ) -> Result<u32, StoreError> {
        let alike = doubts.iter().filter(|other| other.field == doubt.field && other.rule == doubt.rule).count();
        let alike = u32::try_from(alike).unwrap_or(u32::MAX);
        if state == DoubtState::Open {
            self.forget_doubt_state(notice, key, &doubt.field, &doubt.rule)?;
            return Ok(alike);
        }
        self.connection().prepare_cached(include_str!("judge.sql"))?.execute(named_params! {
            ":notice": notice,
            ":measure": key,
            ":field": doubt.field,
            ":rule": doubt.rule,
            ":state": state.code(),
            ":actor": self.actor,
            ":at": self.now.to_rfc3339(),
            ":doubts": alike,
        })?;
        Ok(alike)
    }

    pub(crate) fn forget_doubt_state(&self, notice: i64, key: i64, field: &str, rule: &str) -> Result<(), StoreError> {
        let forget = "DELETE FROM doubt_states WHERE notice = ?1 AND measure = ?2 AND field = ?3 AND rule = ?4";
        self.connection().prepare_cached(forget)?.execute((notice, key, field, rule))?;
        Ok(())
    }

    /// A measure of a reading with what people said of it, and the number of its notice.
    pub(super) fn laid_measure(&self, id: &MeasureId) -> Result<(i64, LaidMeasure), StoreError> {
        let notice = self.notice_number(&id.notice)?;
        let found = self.laid_reading(notice)?.into_iter().find(|measure| measure.read.key == id.key);
        let measure = found.ok_or_else(|| StoreError::NotFound { what: "举措", id: id.to_string() })?;
        Ok((notice, measure))
    }

    /// The task made of a measure says how many of its doubts are open.
    pub(crate) fn count_open_doubts(&self, notice: i64, key: i64, open: usize) -> Result<(), StoreError> {
        let count = "UPDATE tasks SET doubt_count = ?3 WHERE notice = ?1 AND measure = ?2";
        self.connection().prepare_cached(count)?.execute((notice, key, open))?;
        Ok(())
    }
}
