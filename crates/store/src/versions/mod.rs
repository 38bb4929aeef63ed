//! Which notices are versions of one another, and what finds them.
//!
//! A link is a row of the journal like any other: undone with the import that proposed it, or taken off by a person, and
//! then kept as taken off, so that the same proposal does not come back.

mod title_keys;

use domain::{TaskStatus, VersionKind};
use rusqlite::{OptionalExtension as _, Row, named_params};

use crate::rows::coded;
use crate::{NoticeId, Reader, StoreError, TaskId, Writer};

/// Who says that two notices are versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetBy {
    /// A rule, at import.
    Rule,
    /// A person.
    Person,
}

impl SetBy {
    /// The word used in the store and on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Person => "person",
        }
    }
}

/// Two notices that are versions of one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionLink {
    /// The earlier one.
    pub older: NoticeId,
    /// The later one.
    pub newer: NoticeId,
    /// How they follow one another.
    pub kind: VersionKind,
    /// Why they are taken for versions, in a sentence.
    pub reason: String,
    /// Who says so.
    pub set_by: SetBy,
}

impl Reader<'_> {
    /// Every link that stands, the newest notices first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn version_links(&self) -> Result<Vec<VersionLink>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("all.sql"))?;
        let mut rows = statement.query([])?;
        collect(&mut rows)
    }

    /// The links that stand between all the notices that can be reached from this one by links.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn version_links_around(&self, notice: &NoticeId) -> Result<Vec<VersionLink>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("around.sql"))?;
        let mut rows = statement.query([notice])?;
        collect(&mut rows)
    }

    /// The tasks of a notice that stand in one of these statuses.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tasks_standing(&self, notice: &NoticeId, statuses: &[TaskStatus]) -> Result<Vec<TaskId>, StoreError> {
        let codes: Vec<&str> = statuses.iter().map(|status| status.code()).collect();
        let mut statement = self.connection.prepare_cached(include_str!("tasks_standing.sql"))?;
        let tasks = statement.query_map((notice, serde_json::to_string(&codes)?), |row| row.get("uid"))?;
        Ok(tasks.collect::<Result<_, _>>()?)
    }

    /// How many entries of progress these tasks have that no later one put right.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_progress_of(&self, tasks: &[TaskId]) -> Result<u32, StoreError> {
        let ids: Vec<String> = tasks.iter().map(ToString::to_string).collect();
        let mut statement = self.connection.prepare_cached(include_str!("count_progress.sql"))?;
        Ok(statement.query_row([serde_json::to_string(&ids)?], |row| row.get(0))?)
    }

    /// The link between two notices, whichever is the older, with whether it was taken off.
    fn link_between(&self, one: &NoticeId, other: &NoticeId) -> Result<Option<(i64, bool)>, StoreError> {
        let between = include_str!("between.sql");
        let mut statement = self.connection.prepare_cached(between)?;
        Ok(statement.query_row((one, other), |row| Ok((row.get("id")?, row.get("taken_off")?))).optional()?)
    }
}

impl Writer<'_> {
    /// Links two notices, and says whether that is new. A rule does not set again what a person took off; a person
    /// replaces what was there.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn link_versions(&self, link: &VersionLink) -> Result<bool, StoreError> {
        if let Some((id, _)) = self.link_between(&link.older, &link.newer)? {
            if link.set_by == SetBy::Rule {
                return Ok(false);
            }
            self.connection().prepare_cached("DELETE FROM version_links WHERE id = ?1")?.execute([id])?;
        }
        self.connection().prepare_cached(include_str!("add.sql"))?.execute(named_params! {
            ":older": link.older,
            ":newer": link.newer,
            ":kind": link.kind.code(),
            ":reason": link.reason,
            ":set_by": link.set_by.code(),
        })?;
        Ok(true)
    }

    /// Takes the link between two notices off, and says whether there was one.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn take_off_version_link(&self, one: &NoticeId, other: &NoticeId) -> Result<bool, StoreError> {
        let Some((id, false)) = self.link_between(one, other)? else { return Ok(false) };
        let take_off = "UPDATE version_links SET taken_off = 1 WHERE id = ?1";
        self.connection().prepare_cached(take_off)?.execute([id])?;
        Ok(true)
    }
}

fn collect(rows: &mut rusqlite::Rows<'_>) -> Result<Vec<VersionLink>, StoreError> {
    let mut links = Vec::new();
    while let Some(row) = rows.next()? {
        links.push(link(row)?);
    }
    Ok(links)
}

fn link(row: &Row<'_>) -> Result<VersionLink, StoreError> {
    let by_person: bool = row.get("by_person")?;
    Ok(VersionLink {
        older: row.get("older")?,
        newer: row.get("newer")?,
        kind: coded(row, "kind")?,
        reason: row.get("reason")?,
        set_by: if by_person { SetBy::Person } else { SetBy::Rule },
    })
}

#[cfg(test)]
mod tests;
