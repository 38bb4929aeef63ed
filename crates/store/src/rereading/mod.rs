//! Reading a file again by a better reader, and taking over what it finds.
//!
//! The new reading takes the place of the old one, measure by measure: each that was known keeps its key, and with it its
//! task and what people said of it. A measure that is not found again vanishes only when nothing hangs on it; with a task
//! or a correction it stays in the reading, marked, and a doubt tells of it. The old reading stays among the contents, so
//! that all of it can be taken back.

mod file;
mod inherit;
mod recognition;
mod settle;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use domain::Field;
use rusqlite::named_params;

use crate::corrections::{Following, LaidMeasure};
use crate::notices::reading::{ReadMeasure, reading_with};
use crate::notices::values::{ClaimValue, DoubtValue, IndicatorValue, list};
use crate::rows::to_json;
use crate::tasks::letters;
use crate::{MeasureId, NewNotice, NoticeId, NoticeRecord, SourceRecord, StoreError, TaskId, Writer};

pub use file::ReadFile;
pub use inherit::Heir;

/// What became of the tasks when a reading was taken over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakenOver {
    /// Tasks made of measures that were not known before.
    pub tasks_added: u32,
    /// Fields of tasks that were changed on their own before and stay as they are.
    pub kept_on_tasks: Vec<(MeasureId, Vec<Field>)>,
}

impl Writer<'_> {
    /// Puts what was found now in the place of the reading of a notice. `known` says for each new measure which one it was.
    /// What the notice repeats, goes beyond and whether it is confirmed stay as they are.
    ///
    /// # Errors
    /// When there is no such notice, or SQLite refuses.
    pub fn take_over(
        &self,
        id: &NoticeId,
        new: NewNotice<'_>,
        known: &[Option<MeasureId>],
    ) -> Result<TakenOver, StoreError> {
        let facts_before = self.notice(id)?;
        let number = self.notice_number(id)?;
        let before = self.laid_reading(number)?;
        let moved = (facts_before.first_line, facts_before.last_line) != (new.first_line, new.last_line);
        if moved && facts_before.duplicate_of.is_none() {
            // Of a document that was taken for two, or two for one, other words are its own now.
            self.change_fingerprint(number, new.fingerprint)?;
        }
        self.put_in_place(number, &facts_before, &before, &new, known)
    }

    /// Puts what was found now in the place of what a notice held before; its tasks follow.
    fn put_in_place(
        &self,
        number: i64,
        facts_before: &NoticeRecord,
        before: &[LaidMeasure],
        new: &NewNotice<'_>,
        known: &[Option<MeasureId>],
    ) -> Result<TakenOver, StoreError> {
        let tasks = self.tasks_by_measure(number)?;
        let reading = self.new_reading(number, new, known, before, &tasks)?;
        let doubts: Vec<DoubtValue> = crate::notices::values::values_of(new.doubts);
        self.put_reading(number, &facts_before.source, new, &reading)?;
        self.settle_doubts_of_notice(number, facts_before, &doubts)?;
        self.settle_doubts_of_measures(number, before, &reading)?;
        self.follow_reading(number, facts_before, before, &tasks)
    }

    /// What was found, each measure under the key it had, with what stays although it was not found.
    fn new_reading(
        &self,
        number: i64,
        new: &NewNotice<'_>,
        known: &[Option<MeasureId>],
        before: &[LaidMeasure],
        tasks: &HashMap<i64, TaskId>,
    ) -> Result<Vec<ReadMeasure>, StoreError> {
        let said = self.said_of(number)?;
        let known: Vec<Option<i64>> = known.iter().map(|known| known.as_ref().map(|id| id.key)).collect();
        let taken: HashSet<i64> = before.iter().map(|measure| measure.read.key).collect();
        let mut reading = reading_with(new.measures, &known, taken);
        for measure in &mut reading {
            let misfits = settle::misfits(said.corrections_of(measure.key), measure);
            measure.doubts.extend(misfits);
        }
        let found: HashSet<i64> = reading.iter().map(|measure| measure.key).collect();
        let left = before.iter().filter(|measure| !found.contains(&measure.read.key));
        let stays = |measure: &&LaidMeasure| tasks.contains_key(&measure.read.key) || !measure.corrections.is_empty();
        reading.extend(left.filter(stays).map(|measure| settle::gone(measure.read.clone())));
        Ok(reading)
    }

    fn put_reading(
        &self,
        number: i64,
        source: &SourceRecord,
        new: &NewNotice<'_>,
        reading: &[ReadMeasure],
    ) -> Result<(), StoreError> {
        let content = match reading {
            [] => None,
            _ => Some(self.keep_content_beside(&serde_json::to_vec(reading)?, self.content_of(source)?)?),
        };
        let facts = new.facts;
        self.connection().prepare_cached(include_str!("put_reading.sql"))?.execute(named_params! {
            ":notice": number,
            ":first_line": new.first_line,
            ":last_line": new.last_line,
            ":page": new.page,
            ":title": facts.title,
            ":title_inferred": facts.title_inferred,
            ":notice_title": facts.notice_title,
            ":number": facts.number,
            ":issuers": to_json(&facts.issuers)?,
            ":region": facts.region,
            ":issued": facts.issued,
            ":effective": facts.effective,
            ":expires": facts.expires,
            ":organizer": facts.organizer,
            ":kind": facts.kind.code(),
            ":indicators": list::<_, IndicatorValue>(new.indicators)?,
            ":claims": list::<_, ClaimValue>(new.claims)?,
            ":doubts": list::<_, DoubtValue>(new.doubts)?,
            ":doubt_count": new.doubts.len(),
            ":measure_count": reading.iter().filter(|measure| !measure.gone).count(),
            ":measure_doubt_count": reading.iter().map(|measure| measure.doubts.len()).sum::<usize>(),
            ":reading": content,
        })?;
        Ok(())
    }

    /// Tasks follow the new reading; of a notice in force, measures that were not known become tasks.
    fn follow_reading(
        &self,
        number: i64,
        facts_before: &NoticeRecord,
        before: &[LaidMeasure],
        tasks: &HashMap<i64, TaskId>,
    ) -> Result<TakenOver, StoreError> {
        let facts = self.notice(&facts_before.id)?;
        let known: HashMap<i64, &LaidMeasure> = before.iter().map(|old| (old.read.key, old)).collect();
        let mut followed_elsewhere = self.followed_by_shorter(&facts, before, tasks)?;
        let mut taken = TakenOver::default();
        let reading = self.laid_reading(number)?;
        let mut new = Vec::new();
        for laid in &reading {
            let key = laid.read.key;
            let Some(old) = known.get(&key) else {
                let followed = followed_elsewhere.get_mut(&letters(&laid.holds.text)).filter(|left| **left > 0);
                if let Some(left) = followed {
                    *left -= 1;
                } else if facts.confirmed && facts.duplicate_of.is_none() {
                    new.push(laid);
                    taken.tasks_added += 1;
                }
                continue;
            };
            let following = Following { notice: number, key, facts_before, facts_after: &facts };
            let (_, kept) = self.follow(&following, &old.holds, &laid.holds)?;
            self.count_open_doubts(number, key, laid.open_doubts())?;
            if !kept.is_empty() {
                taken.kept_on_tasks.push((MeasureId { notice: facts.id.clone(), key }, kept));
            }
        }
        self.add_tasks(number, &facts, &new)?;
        Ok(taken)
    }

    /// How often each text that was not known before may be followed by a task of the shorter text of the document.
    fn followed_by_shorter(
        &self,
        facts: &NoticeRecord,
        before: &[LaidMeasure],
        tasks: &HashMap<i64, TaskId>,
    ) -> Result<HashMap<String, u32>, StoreError> {
        let Some(shorter) = &facts.fuller_than else { return Ok(HashMap::new()) };
        let mut followed = self.followed_texts(shorter)?;
        for measure in before.iter().filter(|measure| !tasks.contains_key(&measure.read.key)) {
            if let Some(left) = followed.get_mut(&letters(&measure.holds.text)) {
                *left = left.saturating_sub(1);
            }
        }
        Ok(followed)
    }
}
