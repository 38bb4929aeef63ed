//! What people said of a reading, when another takes its place.

use std::collections::HashMap;

use domain::{DoubtState, Field};

use crate::corrections::{DoubtStateRow, FieldValue, KeptCorrection, LaidMeasure, NOTICE_ITSELF};
use crate::notices::reading::ReadMeasure;
use crate::{DoubtValue, NoticeRecord, StoreError, Writer};

/// The rule of the doubt that a measure was not found again.
pub(crate) const NOT_FOUND_AGAIN: &str = "reread.gone";
/// The rule of the doubt that what was corrected reads otherwise now.
pub(crate) const READ_OTHERWISE: &str = "reread.corrected";

/// The measure as it stays although it was not found again.
pub(super) fn gone(mut measure: ReadMeasure) -> ReadMeasure {
    if !measure.gone {
        measure.gone = true;
        measure.doubts.push(DoubtValue {
            field: Field::Extent.code().to_owned(),
            rule: NOT_FOUND_AGAIN.to_owned(),
            words: measure.text.chars().take(30).collect(),
            alternative: "重新识读后，这里不再读作一条举措。事项和更正都已保留，请对照原文决定去留".to_owned(),
            line: Some(measure.line),
            source: None,
        });
    }
    measure
}

/// A doubt for each correction that was made on a value which the reading does not give any more, unless it gives the
/// corrected one.
pub(super) fn misfits(corrections: &[KeptCorrection], measure: &ReadMeasure) -> Vec<DoubtValue> {
    let misfit = |kept: &&KeptCorrection| {
        let read = FieldValue::of(kept.field, measure);
        read.is_some_and(|read| read != kept.old && read != kept.new)
    };
    let doubt = |kept: &KeptCorrection| DoubtValue {
        field: kept.field.code().to_owned(),
        rule: READ_OTHERWISE.to_owned(),
        words: String::new(),
        alternative: "更正之后，重新识读读出了另一种结果。更正已保留，请对照原文再看一次".to_owned(),
        line: Some(measure.line),
        source: None,
    };
    corrections.iter().filter(misfit).map(doubt).collect()
}

impl Writer<'_> {
    pub(super) fn settle_doubts_of_notice(
        &self,
        number: i64,
        before: &NoticeRecord,
        doubts: &[DoubtValue],
    ) -> Result<(), StoreError> {
        let old: Vec<DoubtValue> = before.doubts.iter().map(|judged| judged.doubt.clone()).collect();
        let states = self.said_of(number)?.states;
        let states: Vec<&DoubtStateRow> = states.iter().filter(|row| row.measure == NOTICE_ITSELF).collect();
        self.settle(number, NOTICE_ITSELF, [&old, doubts], &states, &[])
    }

    pub(super) fn settle_doubts_of_measures(
        &self,
        number: i64,
        before: &[LaidMeasure],
        reading: &[ReadMeasure],
    ) -> Result<(), StoreError> {
        let all_states = self.said_of(number)?.states;
        let mut states: HashMap<i64, Vec<&DoubtStateRow>> = HashMap::new();
        for row in &all_states {
            states.entry(row.measure).or_default().push(row);
        }
        let doubts: HashMap<i64, &[DoubtValue]> =
            reading.iter().map(|measure| (measure.key, measure.doubts.as_slice())).collect();
        for old in before {
            let key = old.read.key;
            let corrected: Vec<Field> = old.corrections.iter().map(|correction| correction.field).collect();
            let new = doubts.get(&key).copied().unwrap_or_default();
            let states = states.get(&key).map_or(&[][..], Vec::as_slice);
            self.settle(number, key, [&old.read.doubts, new], states, &corrected)?;
        }
        Ok(())
    }

    /// A judgement holds as long as the same words are doubted; a correction answers every doubt about its field that is
    /// not about the correction itself.
    fn settle(
        &self,
        number: i64,
        key: i64,
        [old, new]: [&[DoubtValue]; 2],
        states: &[&DoubtStateRow],
        corrected: &[Field],
    ) -> Result<(), StoreError> {
        let is_corrected = |field: &str| corrected.iter().any(|corrected| corrected.code() == field);
        for row in states {
            let doubted = |doubts: &[DoubtValue]| -> Vec<String> {
                let own = doubts.iter().filter(|doubt| doubt.field == row.field && doubt.rule == row.rule);
                own.map(|doubt| doubt.words.clone()).collect()
            };
            let (was, is) = (doubted(old), doubted(new));
            let answered = row.state == DoubtState::Corrected && is_corrected(&row.field) && row.rule != READ_OTHERWISE;
            if is.is_empty() || (was != is && !answered) {
                self.forget_doubt_state(number, key, &row.field, &row.rule)?;
            }
        }
        for doubt in new.iter().filter(|doubt| is_corrected(&doubt.field) && doubt.rule != READ_OTHERWISE) {
            self.keep_doubt_state(number, key, new, doubt, DoubtState::Corrected)?;
        }
        Ok(())
    }
}
