//! Triggers that record every changed row, so that no write can pass the journal by.
//!
//! They are made from the tables themselves after each migration. A table takes part by having a column `id`. Left out:
//! the journal's own tables; contents, which never change; what is derived and follows by itself: fingerprints, keys of
//! titles, figures (triggers of their own), the search index (search/follow.rs).

use std::fmt::Write as _;

use rusqlite::Connection;

use super::images::{self, Column};
use crate::StoreError;

/// Tables that have an `id` and yet are not recorded.
const OUTSIDE: [&str; 4] = ["operations", "current_operation", "seals", "contents"];

/// What a write without an operation is told.
pub(crate) const REFUSAL: &str = "a write outside an operation";

/// Makes the triggers of all tables anew.
pub(crate) fn install(connection: &Connection) -> Result<(), StoreError> {
    let mut sql = String::new();
    let tables = tables(connection)?;
    for table in &tables {
        let number = "INSERT INTO recorded_tables (name) VALUES (?1) ON CONFLICT (name) DO NOTHING";
        connection.execute(number, [table])?;
        let place: i64 =
            connection.query_row("SELECT number FROM recorded_tables WHERE name = ?1", [table], |row| row.get(0))?;
        let columns = images::columns(connection, table)?;
        let recorded = Recorded { table, place, columns: &columns };
        recorded.trigger(&mut sql, "insert", '+', "NEW", "NULL", "");
        recorded.trigger(&mut sql, "update", '~', "NEW", &recorded.changed(), &recorded.differs());
        recorded.trigger(&mut sql, "delete", '-', "OLD", &images::whole("OLD", &columns), "");
    }
    sql.push_str(include_str!("figures.sql"));
    // A step on the way to this schema makes triggers, too.
    if tables.iter().any(|table| table == "recognitions") {
        sql.push_str(include_str!("recognitions.sql"));
    }
    Ok(connection.execute_batch(&sql)?)
}

/// The tables that take part.
pub(crate) fn tables(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(include_str!("tables.sql"))?;
    let names = statement.query_map([], |row| row.get("name"))?.collect::<Result<Vec<String>, _>>()?;
    Ok(names.into_iter().filter(|name| !OUTSIDE.contains(&name.as_str())).collect())
}

/// A table that is recorded.
struct Recorded<'a> {
    table: &'a str,
    place: i64,
    columns: &'a [Column],
}

impl Recorded<'_> {
    /// The columns that an update changed, with their values before.
    fn changed(&self) -> String {
        let parts: Vec<String> = self
            .columns
            .iter()
            .map(|column| {
                let (name, value) = (&column.name, column.value("OLD"));
                format!("SELECT '{name}' AS name, {value} AS value WHERE OLD.{name} IS NOT NEW.{name}")
            })
            .collect();
        format!("(SELECT json_group_object(name, value) FROM ({}))", parts.join(" UNION ALL "))
    }

    /// An update that changes nothing leaves no trace.
    fn differs(&self) -> String {
        let parts: Vec<String> =
            self.columns.iter().map(|Column { name, .. }| format!("OLD.{name} IS NOT NEW.{name}")).collect();
        format!("WHEN {} ", parts.join(" OR "))
    }

    /// The task that a row is about.
    fn task(&self, row: &str) -> String {
        if self.table == "tasks" {
            format!("{row}.id")
        } else if self.columns.iter().any(|column| column.name == "task") {
            format!("{row}.task")
        } else {
            "NULL".to_owned()
        }
    }

    fn trigger(&self, sql: &mut String, event: &str, action: char, row: &str, before: &str, when: &str) {
        let Self { table, place, .. } = self;
        let task = self.task(row);
        let _ = write!(
            sql,
            "DROP TRIGGER IF EXISTS journal_{table}_{event};
CREATE TRIGGER journal_{table}_{event} AFTER {event} ON {table} {when}
BEGIN
    SELECT RAISE(ABORT, '{REFUSAL}') WHERE NOT EXISTS (SELECT 1 FROM current_operation);
    INSERT INTO changes (operation, action, place, row, task, before)
    SELECT id, '{action}', {place}, {row}.id, {task}, {before} FROM current_operation;
END;
"
        );
    }
}
