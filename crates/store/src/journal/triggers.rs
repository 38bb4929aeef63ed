//! Triggers that record every changed row, so that no write can pass the journal by.
//!
//! They are made from the tables themselves after each migration. A table takes part by having a column `id`. Left out:
//! the journal's own tables; contents, lines and fingerprints of sources, which never change, go with their source and
//! can be made again from the file; the search index, which follows the journal (search/follow.rs).

use std::fmt::Write as _;

use rusqlite::Connection;

use crate::StoreError;

/// Tables that have an `id` and yet are not recorded.
const OUTSIDE: [&str; 3] = ["operations", "changes", "current_operation"];

/// Facts read from a file: written once, never changed. Their first image is the row itself, so it is not kept twice; a
/// deletion records the whole row as everywhere.
const FACTS: [&str; 2] = ["measures", "notices"];

/// What a write without an operation is told.
pub(crate) const REFUSAL: &str = "a write outside an operation";

/// Makes the triggers of all tables anew.
pub(crate) fn install(connection: &Connection) -> Result<(), StoreError> {
    let mut sql = String::new();
    for table in tables(connection)? {
        let columns = columns(connection, &table)?;
        let (old, new) = (image("OLD", &columns), image("NEW", &columns));
        let first = if FACTS.contains(&table.as_str()) { "NULL" } else { &new };
        trigger(&mut sql, &table, "insert", "NEW", "NULL", first);
        trigger(&mut sql, &table, "update", "NEW", &old, &new);
        trigger(&mut sql, &table, "delete", "OLD", &old, "NULL");
    }
    Ok(connection.execute_batch(&sql)?)
}

/// The tables that take part.
pub(crate) fn tables(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(include_str!("tables.sql"))?;
    let names = statement.query_map([], |row| row.get("name"))?.collect::<Result<Vec<String>, _>>()?;
    Ok(names.into_iter().filter(|name| !OUTSIDE.contains(&name.as_str())).collect())
}

/// The columns of a table, in order.
pub(crate) fn columns(connection: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT name FROM pragma_table_info(?1)")?;
    let names = statement.query_map([table], |row| row.get("name"))?;
    Ok(names.collect::<Result<_, _>>()?)
}

fn image(row: &str, columns: &[String]) -> String {
    let pairs: Vec<String> = columns.iter().map(|column| format!("'{column}', {row}.{column}")).collect();
    format!("json_object({})", pairs.join(", "))
}

fn trigger(sql: &mut String, table: &str, action: &str, row: &str, before: &str, after: &str) {
    let _ = write!(
        sql,
        "DROP TRIGGER IF EXISTS journal_{table}_{action};
CREATE TRIGGER journal_{table}_{action} AFTER {action} ON {table}
BEGIN
    SELECT RAISE(ABORT, '{REFUSAL}') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, table_name, row_id, before, after)
    SELECT id, '{action}', '{table}', {row}.id, {before}, {after} FROM current_operation;
END;
"
    );
}
