//! How far a person has come in reviewing what was read, before anything of it is said: kept so that whoever is
//! interrupted finds it again, whatever ended the program. A draft is no fact: it stands in no journal, and goes with its
//! notice. It stays when the review is finished, so that the person finds it where that is taken back.

use rusqlite::TransactionBehavior;

use crate::{MeasureId, NoticeId, Reader, Store, StoreError};

/// What a person means to say of a measure, as the front writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftEntry {
    /// The measure.
    pub measure: MeasureId,
    /// What is said; none where nothing is said any more.
    pub said: Option<String>,
}

impl Reader<'_> {
    /// What a person means to say of the measures of a notice.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn review_draft(&self, notice: &NoticeId) -> Result<Vec<DraftEntry>, StoreError> {
        let drafts =
            "SELECT d.measure, d.said FROM review_drafts AS d JOIN notices AS n ON n.id = d.notice WHERE n.uid = ?1";
        let mut statement = self.connection.prepare_cached(drafts)?;
        let entry = |row: &rusqlite::Row<'_>| {
            let measure = MeasureId { notice: notice.clone(), key: row.get("measure")? };
            Ok(DraftEntry { measure, said: row.get("said")? })
        };
        let entries = statement.query_map([notice], entry)?;
        Ok(entries.collect::<Result<_, _>>()?)
    }

    /// How many tasks were made from this one on, by the unit that leads them; the busiest first, those nobody leads last.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tasks_made(&self, from: i64) -> Result<Vec<MadeTasks>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("tasks_made.sql"))?;
        let made = statement.query_map([from], |row| {
            Ok(MadeTasks {
                lead: row.get("lead")?,
                tasks: row.get("tasks")?,
                doubtful: row.get("doubtful")?,
                undated: row.get("undated")?,
            })
        })?;
        Ok(made.collect::<Result<_, _>>()?)
    }
}

/// Tasks that one unit leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeTasks {
    /// Its name; none where nobody leads.
    pub lead: Option<String>,
    /// How many.
    pub tasks: u32,
    /// Of these, with a doubt that nobody has judged.
    pub doubtful: u32,
    /// Of these, without a day.
    pub undated: u32,
}

impl Store {
    /// Keeps what a person means to say of these measures. Those that are not there any more are passed over.
    ///
    /// # Errors
    /// When SQLite refuses; then none is kept.
    pub fn keep_review_draft(&mut self, entries: &[DraftEntry]) -> Result<(), StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for DraftEntry { measure: MeasureId { notice, key }, said } in entries {
            match said {
                Some(said) => {
                    transaction.prepare_cached(include_str!("keep.sql"))?.execute((notice, key, said))?;
                }
                None => {
                    transaction.prepare_cached(include_str!("forget.sql"))?.execute((notice, key))?;
                }
            }
        }
        Ok(transaction.commit()?)
    }
}

#[cfg(test)]
mod tests;
