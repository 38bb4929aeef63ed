//! Tasks of registers of before whose deadline reads as a rhythm get the duty that a task confirmed today begins with.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use crate::StoreError;
use crate::tasks::{ReadDuty, read_duty};

pub(super) fn convert(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(include_str!("../../migrations/0023_duties.sql"))?;
    let mut periodic = connection.prepare(include_str!("to_23/periodic.sql"))?;
    let mut rows = periodic.query([])?;
    while let Some(row) = rows.next()? {
        let begins: Option<NaiveDate> = row.get::<_, String>("begins")?.parse().ok();
        let entered: Option<NaiveDate> = row.get::<_, Option<String>>("entered")?.and_then(|day| day.parse().ok());
        let Some(begins) = begins.or(entered) else { continue };
        let (raw, text, title): (String, String, String) = (row.get("raw")?, row.get("text")?, row.get("title")?);
        let of = ReadDuty { raw: &raw, text: &text, begins, ends: domain::last_day(row.get("expires")?, &title) };
        let Some(duty) = read_duty(&of) else { continue };
        let task: i64 = row.get("task")?;
        let due = duty.first_open(&std::collections::BTreeSet::new()).map(|period| period.due);
        connection.prepare_cached("UPDATE tasks SET due = ?2 WHERE id = ?1")?.execute((task, due))?;
        connection.prepare_cached(include_str!("to_23/add.sql"))?.execute(named_params! {
            ":task": task,
            ":rule": duty.rhythm.words(),
            ":begins": duty.begins,
            ":ends": duty.ends,
        })?;
        // What is undone takes it along.
        let change = include_str!("to_23/change.sql");
        connection.prepare_cached(change)?.execute((connection.last_insert_rowid(), task))?;
    }
    Ok(connection.execute_batch(include_str!("to_23/figures.sql"))?)
}
