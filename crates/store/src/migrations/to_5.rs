//! To schema 5: numbers in place of text ids, readings in place of rows of measures, the journal with them.
//!
//! What the journal recorded before can still be undone: its images are rewritten. Only what had been taken back already
//! cannot be done again, for the texts of files went with it.

mod journal;
mod readings;

use rusqlite::Connection;

use crate::StoreError;

/// Tables in an order in which none is referred to by one behind it.
const OLD: [&str; 18] = [
    "task_units",
    "tasks",
    "version_links",
    "unit_distinctions",
    "unit_aliases",
    "units",
    "measures",
    "title_skeletons",
    "fingerprint_hashes",
    "fingerprints",
    "notices",
    "source_lines",
    "source_contents",
    "sources",
    "settings",
    "changes",
    "current_operation",
    "operations",
];

pub(super) fn convert(connection: &Connection) -> Result<(), StoreError> {
    connection.pragma_update(None, "defer_foreign_keys", true)?;
    set_aside(connection)?;
    connection.execute_batch(include_str!("../../migrations/0005_integer_keys.sql"))?;
    connection.execute_batch(include_str!("to_5/numbers.sql"))?;
    connection.execute_batch(include_str!("to_5/rows_before_readings.sql"))?;
    readings::convert(connection)?;
    connection.execute_batch(include_str!("to_5/rows_after_readings.sql"))?;
    begin_by_year(connection)?;
    journal::convert(connection)?;
    for table in OLD {
        connection.execute_batch(&format!("DROP TABLE old_{table}"))?;
    }
    // The search index is filled behind all steps.
    Ok(connection.execute_batch("DROP TABLE temp.numbers; DROP TABLE temp.measure_keys")?)
}

/// Tasks of a notice without a day of issue begin with the year it names as its own; without one they were always there.
fn begin_by_year(connection: &Connection) -> Result<(), StoreError> {
    let mut undated = connection.prepare("SELECT id, number, title FROM notices WHERE issued IS NULL")?;
    let mut begin = connection.prepare("UPDATE tasks SET begins = ?2 WHERE notice = ?1")?;
    let mut rows = undated.query([])?;
    while let Some(row) = rows.next()? {
        let (number, title): (Option<String>, String) = (row.get("number")?, row.get("title")?);
        if let Some(day) = domain::first_day(None, number.as_deref(), &title) {
            begin.execute((row.get::<_, i64>("id")?, day))?;
        }
    }
    Ok(())
}

/// Gives the tables before other names and takes off what hangs on them.
fn set_aside(connection: &Connection) -> Result<(), StoreError> {
    let mut statement = connection.prepare(include_str!("to_5/set_aside.sql"))?;
    let drops = statement.query_map([], |row| row.get::<_, String>("drop_it"))?.collect::<Result<Vec<_>, _>>()?;
    for drop_it in drops {
        connection.execute_batch(&drop_it)?;
    }
    for table in OLD {
        connection.execute_batch(&format!("ALTER TABLE {table} RENAME TO old_{table}"))?;
    }
    Ok(())
}
