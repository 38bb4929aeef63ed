//! Reading the journal.

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

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
    /// Whether it took another back, or did it again.
    pub is_step_back: bool,
}

impl Reader<'_> {
    /// The operations that changed this thing, or all of them; latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(&self, about: Option<&str>, limit: u32) -> Result<Vec<Entry>, StoreError> {
        self.history_until(about, None, limit)
    }

    /// The operations that changed this thing, or all of them, made before a moment; latest first. Those of a task are also
    /// those that changed its units, people, events and whatever else speaks of it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history_until(
        &self,
        about: Option<&str>,
        until: Option<DateTime<Utc>>,
        limit: u32,
    ) -> Result<Vec<Entry>, StoreError> {
        let until = until.map(|until| until.to_rfc3339_opts(SecondsFormat::Millis, true));
        let Some(about) = about else {
            let mut statement = self.connection.prepare_cached(include_str!("history.sql"))?;
            let rows = statement.query_map(named_params! { ":until": until, ":limit": limit }, entry)?;
            return Ok(rows.collect::<Result<_, _>>()?);
        };
        if let Some(task) = self.number("tasks", about)? {
            let mut statement = self.connection.prepare_cached(include_str!("history_of_task.sql"))?;
            let rows = statement.query_map(named_params! { ":row": task, ":until": until, ":limit": limit }, entry)?;
            return Ok(rows.collect::<Result<_, _>>()?);
        }
        for place in ["notices", "units", "sources"] {
            let Some(row) = self.number(place, about)? else { continue };
            let mut statement = self.connection.prepare_cached(include_str!("history_of_row.sql"))?;
            let rows = statement
                .query_map(named_params! { ":place": place, ":row": row, ":until": until, ":limit": limit }, entry)?;
            return Ok(rows.collect::<Result<_, _>>()?);
        }
        Ok(Vec::new())
    }

    /// The number of the row with this uid.
    fn number(&self, table: &str, uid: &str) -> Result<Option<i64>, StoreError> {
        let number = format!("SELECT id FROM {table} WHERE uid = ?1");
        let uid = OperationId::from(uid);
        Ok(self.connection.prepare_cached(&number)?.query_row([uid], |row| row.get(0)).optional()?)
    }
}

/// The operation with this number.
pub(super) fn operation(connection: &Connection, number: i64) -> Result<Entry, StoreError> {
    Ok(connection.prepare_cached("SELECT * FROM operations WHERE id = ?1")?.query_row([number], entry)?)
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        id: row.get("uid")?,
        at: row.get("at")?,
        actor: row.get("actor")?,
        label: row.get("label")?,
        summary: row.get("summary")?,
        undone: row.get::<_, Option<i64>>("undone_by")?.is_some(),
        is_step_back: row.get::<_, Option<i64>>("undoes")?.is_some(),
    })
}
