//! The one way to write: a named operation in a transaction.

use std::cell::RefCell;
use std::ops::Deref;

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, named_params};

use super::seal;
use crate::contents::Dictionary;
use crate::units::Known;
use crate::{OperationId, Reader, Store, StoreError, search};

/// Which command writes, and the name of its operations in menus and in the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Title<'a> {
    /// import
    pub command: &'a str,
    /// 导入文件
    pub label: &'a str,
}

/// One intent of a person: undone as a whole, even when it was written in several transactions (a file each).
#[derive(Debug)]
pub struct Operation<'a> {
    id: OperationId,
    title: Title<'a>,
    actor: &'a str,
    now: DateTime<Utc>,
    undoes: Option<OperationId>,
}

impl<'a> Operation<'a> {
    /// A new operation. It is recorded with its first write.
    pub fn new(title: Title<'a>, actor: &'a str, now: DateTime<Utc>) -> Self {
        Self { id: OperationId::new(now), title, actor, now, undoes: None }
    }

    /// An operation that takes another back.
    pub(crate) fn undoing(self, other: &OperationId) -> Self {
        Self { undoes: Some(other.clone()), ..self }
    }

    /// A new operation of the same person at the same moment.
    pub(crate) fn as_another(&self, title: Title<'a>) -> Self {
        Self::new(title, self.actor, self.now)
    }

    /// Its id.
    pub fn id(&self) -> &OperationId {
        &self.id
    }
}

/// Writes within an operation; reads what it has written.
#[derive(Debug)]
pub struct Writer<'a> {
    reader: Reader<'a>,
    pub(crate) now: DateTime<Utc>,
    /// Who writes.
    pub(crate) actor: &'a str,
    /// Units met in this transaction, so that each is looked up once.
    pub(crate) known_units: RefCell<Known>,
    /// The content that others were packed beside last.
    pub(crate) dictionary: RefCell<Option<Dictionary>>,
    summary: RefCell<String>,
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl Writer<'_> {
    pub(crate) fn connection(&self) -> &Connection {
        self.reader.connection
    }

    /// What the operation was about, in a sentence for the history.
    pub fn summarise(&self, sentence: String) {
        *self.summary.borrow_mut() = sentence;
    }
}

impl Store {
    /// Writes within the operation: all that `change` does, or nothing when it fails. A write that changes nothing leaves
    /// no trace in the history.
    ///
    /// # Errors
    /// What `change` says, or what SQLite refuses.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        operation: &Operation<'_>,
        change: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let scope = Scope::enter(&self.connection)?;
        let before = newest_change(&self.connection)?;
        begin(&self.connection, operation)?;
        let writer = Writer {
            reader: Reader { connection: &self.connection },
            now: operation.now,
            actor: operation.actor,
            known_units: RefCell::default(),
            dictionary: RefCell::default(),
            summary: RefCell::default(),
        };
        let result = change(&writer)?;
        if newest_change(&self.connection)? == before {
            // Dropping the scope takes back the operation that wrote nothing.
            return Ok(result);
        }
        if !scope.nested {
            search::follow(&self.connection, before)?;
        }
        end(&self.connection, operation, &writer.summary.into_inner())?;
        seal::append(&self.connection)?;
        scope.leave()?;
        Ok(result)
    }

    /// Does `work`, whose writes reach the register together, at the end: one after another costs a commit and a merge of
    /// the search index each. Each write is still whole or absent, and none is there before all of them are.
    ///
    /// # Errors
    /// When they cannot be kept; then none of them is.
    pub fn together<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> Result<T, StoreError> {
        if !self.connection.is_autocommit() {
            return Ok(work(self));
        }
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let kept = newest_change(&self.connection).and_then(|before| {
            let result = work(self);
            if self.connection.is_autocommit() {
                // SQLite has taken all of it back by itself: the disk is full or fails.
                return Err(StoreError::TakenBack);
            }
            search::follow(&self.connection, before)?;
            self.connection.execute_batch("COMMIT")?;
            Ok(result)
        });
        if kept.is_err() && !self.connection.is_autocommit() {
            self.connection.execute_batch("ROLLBACK")?;
        }
        kept
    }

    /// Does what `trial` does, and takes all of it back.
    ///
    /// # Errors
    /// What `trial` says, or what SQLite refuses.
    pub fn rehearse<T, E: From<StoreError>>(&mut self, trial: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        self.connection.execute_batch("BEGIN IMMEDIATE").map_err(StoreError::from)?;
        let result = trial(self);
        self.connection.execute_batch("ROLLBACK").map_err(StoreError::from)?;
        result
    }
}

/// A transaction, or a savepoint within a rehearsal. Taken back unless left.
struct Scope<'a> {
    connection: &'a Connection,
    nested: bool,
    left: bool,
}

impl<'a> Scope<'a> {
    fn enter(connection: &'a Connection) -> Result<Self, StoreError> {
        let nested = !connection.is_autocommit();
        connection.execute_batch(if nested { "SAVEPOINT operation" } else { "BEGIN IMMEDIATE" })?;
        Ok(Self { connection, nested, left: false })
    }

    fn leave(mut self) -> Result<(), StoreError> {
        self.connection.execute_batch(if self.nested { "RELEASE operation" } else { "COMMIT" })?;
        self.left = true;
        Ok(())
    }
}

impl Drop for Scope<'_> {
    fn drop(&mut self) {
        if !self.left {
            // Nothing can be done about a failure here, and SQLite takes an open transaction back by itself.
            let back = if self.nested { "ROLLBACK TO operation; RELEASE operation" } else { "ROLLBACK" };
            let _ = self.connection.execute_batch(back);
        }
    }
}

pub(crate) fn newest_change(connection: &Connection) -> Result<i64, StoreError> {
    let newest = "SELECT coalesce(max(seq), 0) FROM changes";
    Ok(connection.prepare_cached(newest)?.query_row([], |row| row.get(0))?)
}

fn begin(connection: &Connection, operation: &Operation<'_>) -> Result<(), StoreError> {
    connection.prepare_cached(include_str!("begin.sql"))?.execute(named_params! {
        ":uid": operation.id,
        ":schema": crate::migrations::VERSION,
        ":command": operation.title.command,
        ":label": operation.title.label,
        ":actor": operation.actor,
        ":at": operation.now.to_rfc3339_opts(SecondsFormat::Millis, true),
        ":undoes": operation.undoes,
    })?;
    let under_way = "INSERT INTO current_operation (id) SELECT id FROM operations WHERE uid = ?1";
    connection.prepare_cached(under_way)?.execute([&operation.id])?;
    Ok(())
}

fn end(connection: &Connection, operation: &Operation<'_>, summary: &str) -> Result<(), StoreError> {
    if !summary.is_empty() {
        let keep = "UPDATE operations SET summary = ?2 WHERE uid = ?1";
        connection.prepare_cached(keep)?.execute((&operation.id, summary))?;
    }
    connection.prepare_cached("DELETE FROM current_operation")?.execute([])?;
    Ok(())
}
