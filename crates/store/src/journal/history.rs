//! Reading the journal.

use rusqlite::{OptionalExtension as _, Row, named_params};

use crate::{OperationId, Reader, StoreError};

/// An operation of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: OperationId,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// 导入文件
    pub label: String,
    /// What it was about.
    pub summary: String,
    /// Whether it has been taken back.
    pub undone: bool,
}

impl Reader<'_> {
    /// The operations that changed this thing, or all of them; latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(&self, about: Option<&str>, limit: u32) -> Result<Vec<Entry>, StoreError> {
        let mut statement = self.connection.prepare_cached(match about {
            Some(_) => include_str!("history_of_row.sql"),
            None => include_str!("history.sql"),
        })?;
        let rows = statement.query_map(named_params! { ":row": about, ":limit": limit }, entry)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(crate) fn operation(&self, id: &OperationId) -> Result<Entry, StoreError> {
        self.connection
            .prepare_cached("SELECT * FROM operations WHERE id = ?1")?
            .query_row([id], entry)
            .optional()?
            .ok_or_else(|| StoreError::NotFound { what: "操作", id: id.to_string() })
    }
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        id: row.get("id")?,
        at: row.get("at")?,
        actor: row.get("actor")?,
        label: row.get("label")?,
        summary: row.get("summary")?,
        undone: row.get::<_, Option<String>>("undone_by")?.is_some(),
    })
}
