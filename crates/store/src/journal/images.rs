//! Images of rows: what a row was, as JSON by the names of its columns, and writing a row back from one.
//!
//! JSON knows no bytes, so columns of bytes are kept as hexadecimal digits.

use std::collections::HashMap;

use rusqlite::Connection;
use serde_json::{Map, Value};

use crate::StoreError;

/// A column of a recorded table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: String,
    is_bytes: bool,
}

impl Column {
    /// The column of a row as an expression that JSON can hold.
    pub(super) fn value(&self, row: &str) -> String {
        if self.is_bytes { format!("hex({row}.{})", self.name) } else { format!("{row}.{}", self.name) }
    }

    /// The value of the column in an image that is bound as `?2`.
    fn restored(&self) -> String {
        let value = format!("?2 ->> '$.{}'", self.name);
        // No bytes are written as no digits.
        if self.is_bytes { format!("unhex(nullif({value}, ''))") } else { value }
    }
}

/// The columns of a table, in order.
pub(crate) fn columns(connection: &Connection, table: &str) -> Result<Vec<Column>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT name, type = 'BLOB' AS is_bytes FROM pragma_table_info(?1)")?;
    let columns =
        statement.query_map([table], |row| Ok(Column { name: row.get("name")?, is_bytes: row.get("is_bytes")? }))?;
    Ok(columns.collect::<Result<_, _>>()?)
}

/// An expression for the whole row.
pub(crate) fn whole(row: &str, columns: &[Column]) -> String {
    let pairs: Vec<String> = columns.iter().map(|column| format!("'{}', {}", column.name, column.value(row))).collect();
    format!("json_object({})", pairs.join(", "))
}

/// Writes rows back. Statements are kept by the shape of the image, for an operation changes many rows in one way.
pub(super) struct Restoring<'a> {
    connection: &'a Connection,
    columns: HashMap<String, Vec<Column>>,
}

impl<'a> Restoring<'a> {
    pub(super) fn new(connection: &'a Connection) -> Self {
        Self { connection, columns: HashMap::new() }
    }

    /// Deletes the rows from `first` to `last`, all of which an operation inserted.
    pub(super) fn remove(&self, table: &str, first: i64, last: i64) -> Result<(), StoreError> {
        let delete = format!("DELETE FROM {table} WHERE id BETWEEN ?1 AND ?2");
        self.connection.prepare_cached(&delete)?.execute([first, last])?;
        Ok(())
    }

    /// Gives the columns that an operation changed their values before.
    pub(super) fn change_back(&mut self, table: &str, row: i64, image: &str) -> Result<(), StoreError> {
        let changed: Map<String, Value> = serde_json::from_str(image)?;
        let columns = self.of(table)?.iter().filter(|column| changed.contains_key(&column.name));
        let pairs: Vec<String> = columns.map(|column| format!("{} = {}", column.name, column.restored())).collect();
        if pairs.is_empty() {
            return Ok(());
        }
        let update = format!("UPDATE {table} SET {} WHERE id = ?1", pairs.join(", "));
        self.connection.prepare_cached(&update)?.execute((row, image))?;
        Ok(())
    }

    /// Inserts the row that an operation deleted.
    pub(super) fn put_back(&mut self, table: &str, image: &str) -> Result<(), StoreError> {
        let columns = self.of(table)?;
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let values: Vec<String> = columns.iter().map(Column::restored).collect();
        let insert =
            format!("INSERT INTO {table} ({}) SELECT {} WHERE ?1 IS NOT NULL", names.join(", "), values.join(", "));
        self.connection.prepare_cached(&insert)?.execute((table, image))?;
        Ok(())
    }

    fn of(&mut self, table: &str) -> Result<&[Column], StoreError> {
        if !self.columns.contains_key(table) {
            self.columns.insert(table.to_owned(), columns(self.connection, table)?);
        }
        Ok(self.columns.get(table).map_or(&[][..], Vec::as_slice))
    }
}
