//! Confirming a notice: each of its measures becomes a task.
//!
//! All three classes become tasks. A safeguard (保障措施: who coordinates, who reports by when) is owed like any other
//! order, and offices urge it in the same ledger; leaving it out would drop it silently. Its class stays visible on the
//! task through its measure, so a person can set it aside. See docs/decisions.md.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use domain::UnitRole;

use crate::notices::reading::ReadMeasure;
use crate::{NoticeId, StoreError, Writer};

impl Writer<'_> {
    /// Makes a task of each measure of the notice and gives their number. A notice that is confirmed already, or repeats
    /// another, gives none; one that goes beyond a shorter text gives none for the measures that text gave, and what a person
    /// dropped gives none.
    ///
    /// # Errors
    /// When there is no such notice, or SQLite refuses.
    pub fn confirm_notice(&self, id: &NoticeId) -> Result<u32, StoreError> {
        let notice = self.notice(id)?;
        if notice.confirmed || notice.duplicate_of.is_some() {
            return Ok(0);
        }
        let number = self.notice_number(id)?;
        let confirm = "UPDATE notices SET confirmed = 1 WHERE id = ?1";
        self.connection().prepare_cached(confirm)?.execute([number])?;
        let mut followed = match &notice.fuller_than {
            Some(excerpt) => self.followed_texts(excerpt)?,
            None => HashMap::new(),
        };
        let own = self.measures_with_tasks(number)?;
        let reading = self.laid_reading(number)?;
        let mut new = Vec::with_capacity(reading.len());
        for laid in &reading {
            let measure = &laid.holds;
            if measure.gone || measure.dropped.is_some() || own.contains(&measure.key) {
                continue;
            }
            if let Some(left) = followed.get_mut(&letters(&measure.text)).filter(|left| **left > 0) {
                *left -= 1;
                continue;
            }
            new.push(laid);
        }
        self.add_tasks(number, &notice, &new)?;
        Ok(u32::try_from(new.len()).unwrap_or(u32::MAX))
    }

    /// The measures of a notice that have a task: of one that waits again after it was confirmed once.
    fn measures_with_tasks(&self, notice: i64) -> Result<HashSet<i64>, StoreError> {
        let mut statement = self.connection().prepare_cached("SELECT measure FROM tasks WHERE notice = ?1")?;
        let measures = statement.query_map([notice], |row| row.get(0))?;
        Ok(measures.collect::<Result<_, _>>()?)
    }

    /// How often each text is followed by a task of this notice.
    pub(crate) fn followed_texts(&self, notice: &NoticeId) -> Result<HashMap<String, u32>, StoreError> {
        let texts = "SELECT t.text FROM notices AS n JOIN tasks AS t ON t.notice = n.id WHERE n.uid = ?1";
        let mut statement = self.connection().prepare_cached(texts)?;
        let mut rows = statement.query([notice])?;
        let mut followed = HashMap::new();
        while let Some(row) = rows.next()? {
            *followed.entry(letters(&row.get::<_, String>("text")?)).or_default() += 1;
        }
        Ok(followed)
    }

    /// The units of a measure. Two spellings of one body, or a lead listed again among the co-units, count once, as lead
    /// first.
    pub(crate) fn units_named<'m>(
        &self,
        region: Option<&str>,
        issued: Option<NaiveDate>,
        measure: &'m ReadMeasure,
    ) -> Result<Vec<NamedUnit<'m>>, StoreError> {
        self.units_written(region, issued, &measure.leads, &measure.co_units)
    }

    /// The same for units as somebody writes them on a day.
    pub(crate) fn units_written<'m>(
        &self,
        region: Option<&str>,
        day: Option<NaiveDate>,
        leads: &'m [String],
        co_units: &'m [String],
    ) -> Result<Vec<NamedUnit<'m>>, StoreError> {
        let leads = leads.iter().map(|written| (UnitRole::Lead, written));
        let co_units = co_units.iter().map(|written| (UnitRole::CoUnit, written));
        let mut named: Vec<NamedUnit<'m>> = Vec::new();
        for (role, written) in leads.chain(co_units) {
            let number = self.resolve_unit_of(region, written, day)?;
            if !named.iter().any(|unit| unit.number == number) {
                named.push(NamedUnit { number, role, written });
            }
        }
        Ok(named)
    }
}

/// A unit as a measure names it.
pub(crate) struct NamedUnit<'m> {
    pub(crate) number: i64,
    pub(crate) role: UnitRole,
    pub(crate) written: &'m str,
}

/// A text by its letters and digits, so that wraps and punctuation make no difference.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}
