//! Progress of tasks: dated entries that are never rewritten, with evidence. A correction is a later entry that names the one
//! it replaces.

mod list;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension as _, named_params};

use crate::{EvidenceId, NoticeId, ProgressId, Reader, StoreError, TaskId, UnitId, Writer};

pub use list::{ProgressFilter, ProgressSlice};

/// An entry to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewProgress<'a> {
    /// Of which task.
    pub task: &'a TaskId,
    /// Which unit says so; none for the office itself.
    pub unit: Option<&'a UnitId>,
    /// What was done.
    pub text: &'a str,
    /// The share done, in percent.
    pub share: Option<u8>,
    /// What is in the way.
    pub difficulty: &'a str,
    /// What comes next.
    pub next_step: &'a str,
    /// The day it is of.
    pub day: NaiveDate,
    /// The entry that it takes the place of.
    pub replaces: Option<&'a ProgressId>,
    /// Files that show it.
    pub evidence: &'a [NewEvidence],
}

/// A file that shows what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvidence {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// An entry that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressRecord {
    /// Its id.
    pub id: ProgressId,
    /// Its task.
    pub task: TaskId,
    /// Title of the task.
    pub task_title: Option<String>,
    /// Text of the task.
    pub task_text: String,
    /// Notice of the task.
    pub notice: Option<NoticeId>,
    /// Title of the notice.
    pub notice_title: Option<String>,
    /// The unit that says so, with its name.
    pub unit: Option<(UnitId, String)>,
    /// What was done.
    pub text: String,
    /// What is in the way.
    pub difficulty: String,
    /// What comes next.
    pub next_step: String,
    /// The share done, in percent.
    pub share: Option<u8>,
    /// The day it is of.
    pub day: NaiveDate,
    /// When it was recorded, RFC 3339 in UTC.
    pub recorded_at: String,
    /// By whom.
    pub actor: String,
    /// The entry that it takes the place of.
    pub replaces: Option<ProgressId>,
    /// The entry that took its place.
    pub replaced_by: Option<ProgressId>,
    /// Files that show it.
    pub evidence: Vec<EvidenceRecord>,
    /// What the same unit had said of the task last.
    pub before: Option<Earlier>,
}

/// A file that is kept as evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceRecord {
    /// Its id.
    pub id: EvidenceId,
    /// Its name.
    pub name: String,
    /// How large it is.
    pub size: u64,
    /// Where the same content was evidence before.
    pub used_before: Option<UsedBefore>,
}

/// Where the content of a file was evidence before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedBefore {
    /// Under which name.
    pub name: String,
    /// With an entry of this day.
    pub day: NaiveDate,
    /// Of this task: its title or how its text begins.
    pub task: String,
}

/// An entry of before, as far as it is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// What was done.
    pub text: String,
    /// The share done.
    pub share: Option<u8>,
    /// The day it is of.
    pub day: NaiveDate,
}

impl Writer<'_> {
    /// Adds an entry.
    ///
    /// # Errors
    /// When there is no such task, or SQLite refuses.
    pub fn add_progress(&self, new: &NewProgress<'_>) -> Result<ProgressId, StoreError> {
        let id = ProgressId::new(self.now);
        let recorded_at = self.moment();
        let added = self.connection().prepare_cached(include_str!("add.sql"))?.execute(named_params! {
            ":uid": id,
            ":task": new.task,
            ":unit": new.unit,
            ":text": new.text,
            ":difficulty": new.difficulty,
            ":next_step": new.next_step,
            ":share": new.share,
            ":happened": new.day,
            ":recorded_at": recorded_at,
            ":actor": self.actor,
            ":replaces": new.replaces,
        })?;
        if added == 0 {
            return Err(StoreError::NotFound { what: "督办事项", id: new.task.to_string() });
        }
        let number = self.connection().last_insert_rowid();
        for NewEvidence { name, bytes } in new.evidence {
            let content = self.keep_content(bytes)?;
            self.connection().prepare_cached(include_str!("add_evidence.sql"))?.execute(named_params! {
                ":uid": EvidenceId::new(self.now),
                ":progress": number,
                ":name": name,
                ":content": content,
                ":recorded_at": recorded_at,
                ":actor": self.actor,
            })?;
        }
        Ok(id)
    }
}

impl Reader<'_> {
    /// The name and the bytes of a file that is kept as evidence.
    ///
    /// # Errors
    /// When there is none, or it is damaged.
    pub fn evidence(&self, id: &EvidenceId) -> Result<(String, Vec<u8>), StoreError> {
        let place = "SELECT name, content FROM evidence_files WHERE uid = ?1";
        let place =
            self.connection.prepare_cached(place)?.query_row([id], |row| Ok((row.get("name")?, row.get("content")?)));
        let Some((name, content)) = place.optional()? else {
            return Err(StoreError::NotFound { what: "佐证材料", id: id.to_string() });
        };
        Ok((name, self.content(content)?))
    }
}
