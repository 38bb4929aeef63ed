//! Confirming a notice: each of its measures becomes a task.
//!
//! All three classes become tasks. A safeguard (保障措施: who coordinates, who reports by when) is owed like any other
//! order, and offices urge it in the same ledger; leaving it out would drop it silently. Its class stays visible on the
//! task through its measure, so a person can set it aside. See docs/decisions.md.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{TaskStatus, UnitRole};
use rusqlite::named_params;

use crate::notices::MeasureRecord;
use crate::{NoticeId, StoreError, TaskId, UnitId, Writer, ids};

impl Writer<'_> {
    /// Makes a task of each measure of the notice and gives their number. A notice that is confirmed already, or repeats
    /// another, gives none; one that goes beyond a shorter text gives none for the measures that text gave.
    ///
    /// # Errors
    /// When there is no such notice, or SQLite refuses.
    pub fn confirm_notice(&self, id: &NoticeId) -> Result<u32, StoreError> {
        let notice = self.notice(id)?;
        if notice.confirmed || notice.duplicate_of.is_some() {
            return Ok(0);
        }
        let confirm = "UPDATE notices SET confirmed = 1 WHERE id = ?1";
        self.connection().prepare_cached(confirm)?.execute([id])?;
        let mut tasks = 0;
        let mut followed = match &notice.fuller_than {
            Some(excerpt) => self.followed_texts(excerpt)?,
            None => HashMap::new(),
        };
        for measure in self.measures(id)? {
            if let Some(left) = followed.get_mut(&letters(&measure.text)).filter(|left| **left > 0) {
                *left -= 1;
                continue;
            }
            self.add_task(notice.region.as_deref(), notice.issued, &measure)?;
            tasks += 1;
        }
        Ok(tasks)
    }

    /// How often each text is followed by a task of this notice.
    fn followed_texts(&self, notice: &NoticeId) -> Result<HashMap<String, u32>, StoreError> {
        let texts = "SELECT text FROM tasks WHERE notice = ?1";
        let mut statement = self.connection().prepare_cached(texts)?;
        let mut rows = statement.query([notice])?;
        let mut followed = HashMap::new();
        while let Some(row) = rows.next()? {
            *followed.entry(letters(&row.get::<_, String>("text")?)).or_default() += 1;
        }
        Ok(followed)
    }

    fn add_task(
        &self,
        region: Option<&str>,
        issued: Option<NaiveDate>,
        measure: &MeasureRecord,
    ) -> Result<(), StoreError> {
        let id = TaskId::new(self.now);
        self.connection().prepare_cached(include_str!("add.sql"))?.execute(named_params! {
            ":id": id,
            ":notice": measure.notice,
            ":measure": measure.id,
            ":number": measure.number,
            ":title": measure.title,
            ":text": measure.text,
            ":deadline_raw": measure.deadline_raw,
            ":due": measure.due,
            ":deadline_kind": measure.deadline_kind.code(),
            ":status": TaskStatus::default().code(),
            ":doubt_count": measure.doubts.len(),
        })?;
        let leads = measure.leads.iter().map(|written| (UnitRole::Lead, written));
        let co_units = measure.co_units.iter().map(|written| (UnitRole::CoUnit, written));
        let mut named: Vec<UnitId> = Vec::new();
        for (role, written) in leads.chain(co_units) {
            let unit = self.resolve_unit_of(region, written, issued)?;
            // Two spellings of one body, or a lead listed again among the co-units: it counts once, as lead first.
            if named.contains(&unit) {
                continue;
            }
            self.connection().prepare_cached(include_str!("add_unit.sql"))?.execute(named_params! {
                ":id": ids::fresh(self.now),
                ":task": id,
                ":unit": unit,
                ":role": role.code(),
                ":position": named.len(),
                ":written": written,
            })?;
            named.push(unit);
        }
        Ok(())
    }
}

/// A text by its letters and digits, so that wraps and punctuation make no difference.
fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}
