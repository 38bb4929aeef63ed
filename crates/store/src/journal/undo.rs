//! Taking the last operation back by writing the images before it, as a new operation.

use rusqlite::{Connection, OptionalExtension as _};

use super::triggers;
use crate::{Entry, Operation, OperationId, Store, StoreError};

impl Store {
    /// Takes back the last operation that still stands, and says which it was.
    ///
    /// # Errors
    /// When there is none, or SQLite refuses.
    pub fn undo(&mut self, operation: Operation<'_>) -> Result<Entry, StoreError> {
        let target: OperationId = self
            .connection
            .prepare_cached(include_str!("last_standing.sql"))?
            .query_row([], |row| row.get("id"))
            .optional()?
            .ok_or(StoreError::NothingToUndo)?;
        let operation = operation.undoing(&target);
        self.write(&operation, |writer| {
            let connection = writer.connection();
            connection.pragma_update(None, "defer_foreign_keys", true)?;
            take_back(connection, &target)?;
            let mark = "UPDATE operations SET undone_by = ?2 WHERE id = ?1";
            connection.prepare_cached(mark)?.execute((&target, operation.id()))?;
            let entry = writer.operation(&target)?;
            writer.summarise(format!("{}：{}", entry.label, entry.summary));
            Ok(entry)
        })
    }
}

struct Change {
    action: String,
    table: String,
    row: String,
    before: Option<String>,
}

fn take_back(connection: &Connection, operation: &OperationId) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(include_str!("changes_backwards.sql"))?;
    let changes = statement.query_map([operation], |row| {
        Ok(Change {
            action: row.get("action")?,
            table: row.get("table_name")?,
            row: row.get("row_id")?,
            before: row.get("before")?,
        })
    })?;
    // Read to the end first: taking back writes into the table that is read.
    for change in changes.collect::<Result<Vec<_>, _>>()? {
        take_back_row(connection, &change)?;
    }
    Ok(())
}

fn take_back_row(connection: &Connection, change: &Change) -> Result<(), StoreError> {
    let table = &change.table;
    if change.action == "insert" {
        connection.prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?.execute([&change.row])?;
        return Ok(());
    }
    let columns = triggers::columns(connection, table)?;
    let values: Vec<String> = columns.iter().map(|column| format!("?2 ->> '$.{column}'")).collect();
    let sql = if change.action == "update" {
        let pairs: Vec<String> =
            columns.iter().zip(&values).map(|(column, value)| format!("{column} = {value}")).collect();
        format!("UPDATE {table} SET {} WHERE id = ?1", pairs.join(", "))
    } else {
        format!("INSERT INTO {table} ({}) SELECT {} WHERE ?1 IS NOT NULL", columns.join(", "), values.join(", "))
    };
    connection.prepare_cached(&sql)?.execute((&change.row, &change.before))?;
    Ok(())
}
