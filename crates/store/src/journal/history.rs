//! Reading the journal.

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, OptionalExtension as _, Row, ToSql, named_params};

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

/// Which operations are wanted; what is not said narrows nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryFilter {
    /// Only those that changed this thing.
    pub about: Option<String>,
    /// Only those with this label.
    pub label: Option<String>,
    /// Only those in whose label, summary or person this is written.
    pub words: Option<String>,
    /// Only those made at this moment or later.
    pub from: Option<DateTime<Utc>>,
    /// Only those made before this moment.
    pub until: Option<DateTime<Utc>>,
    /// Only those made before this one.
    pub before: Option<OperationId>,
}

impl Reader<'_> {
    /// The operations that changed this thing, or all of them; latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(&self, about: Option<&str>, limit: u32) -> Result<Vec<Entry>, StoreError> {
        self.history_until(about, None, limit)
    }

    /// The operations that changed this thing, or all of them, made before a moment; latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history_until(
        &self,
        about: Option<&str>,
        until: Option<DateTime<Utc>>,
        limit: u32,
    ) -> Result<Vec<Entry>, StoreError> {
        let about = about.map(str::to_owned);
        self.history_of(&HistoryFilter { about, until, ..HistoryFilter::default() }, limit)
    }

    /// The operations wanted, latest first. Those of a task are also those that changed its units, people, events and
    /// whatever else speaks of it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history_of(&self, filter: &HistoryFilter, limit: u32) -> Result<Vec<Entry>, StoreError> {
        let HistoryFilter { about, label, words, from, until, before } = filter;
        let moment = |at: &Option<DateTime<Utc>>| at.map(|at| at.to_rfc3339_opts(SecondsFormat::Millis, true));
        let (from, until) = (moment(from), moment(until));
        let wanted = named_params! {
            ":from": from, ":until": until, ":before": before, ":label": label, ":words": words, ":limit": limit,
        };
        let Some(about) = about else {
            return self.entries(concat!(include_str!("history.sql"), include_str!("history_wanted.sql")), wanted);
        };
        if let Some(task) = self.number("tasks", about)? {
            let sql = concat!(include_str!("history_of_task.sql"), include_str!("history_wanted.sql"));
            return self.entries(sql, &[wanted, named_params! { ":row": task }].concat());
        }
        for place in ["notices", "units", "sources"] {
            let Some(row) = self.number(place, about)? else { continue };
            let sql = concat!(include_str!("history_of_row.sql"), include_str!("history_wanted.sql"));
            return self.entries(sql, &[wanted, named_params! { ":place": place, ":row": row }].concat());
        }
        Ok(Vec::new())
    }

    fn entries(&self, sql: &str, values: &[(&str, &dyn ToSql)]) -> Result<Vec<Entry>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(values, entry)?;
        Ok(rows.collect::<Result<_, _>>()?)
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
