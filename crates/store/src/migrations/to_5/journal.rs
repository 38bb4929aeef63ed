//! The journal: rows by their numbers, images by the columns of schema 5.

use rusqlite::{Connection, OptionalExtension as _};
use serde_json::{Map, Value};

use crate::StoreError;
use crate::journal::{images, install_triggers};

/// A change as schema 4 recorded it.
struct OldChange {
    operation: i64,
    action: String,
    table: String,
    row: String,
    before: Option<String>,
    after: Option<String>,
}

pub(super) fn convert(connection: &Connection) -> Result<(), StoreError> {
    // The triggers name the tables by the numbers that the changes need; nothing is written through them here.
    install_triggers(connection)?;
    let mut old = connection.prepare(include_str!("changes.sql"))?;
    let changes = old.query_map([], |row| {
        Ok(OldChange {
            operation: row.get("operation")?,
            action: row.get("action")?,
            table: row.get("table_name")?,
            row: row.get("row_id")?,
            before: row.get("before")?,
            after: row.get("after")?,
        })
    })?;
    for change in changes {
        keep(connection, &change?)?;
    }
    for (table, highest) in highest_numbers(connection)? {
        let raise = "UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1";
        if connection.execute(raise, (&table, highest))? == 0 {
            connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)", (&table, highest))?;
        }
    }
    Ok(())
}

/// Numbers of rows that are gone are not given again.
fn highest_numbers(connection: &Connection) -> Result<Vec<(String, i64)>, StoreError> {
    let mut statement = connection.prepare("SELECT place, max(number) FROM temp.numbers GROUP BY place")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn keep(connection: &Connection, change: &OldChange) -> Result<(), StoreError> {
    let image = |text: &Option<String>| -> Result<Map<String, Value>, StoreError> {
        Ok(text.as_deref().map(serde_json::from_str).transpose()?.unwrap_or_default())
    };
    let (before, after) = (image(&change.before)?, image(&change.after)?);
    let (action, kept) = match change.action.as_str() {
        "insert" => ('+', None),
        "update" => {
            let changed = before.iter().filter(|(column, value)| after.get(*column) != Some(*value));
            ('~', Some(translate(connection, change, changed)?))
        }
        _ => ('-', Some(translate(connection, change, before.iter())?)),
    };
    let task = match change.table.as_str() {
        "tasks" => number(connection, "tasks", &change.row)?,
        "task_units" => match before.get("task").or_else(|| after.get("task")).and_then(Value::as_str) {
            Some(task) => number(connection, "tasks", task)?,
            None => None,
        },
        _ => None,
    };
    let row = number(connection, &change.table, &change.row)?;
    let kept = kept.map(|kept| Value::Object(kept).to_string());
    let add = include_str!("change.sql");
    let values = (change.operation, action.to_string(), &change.table, row, task, kept);
    connection.prepare_cached(add)?.execute(values)?;
    Ok(())
}

/// The columns of an image as schema 5 has them. What schema 5 does not have is left out; what only it has takes its
/// value when the row is put back.
fn translate<'a>(
    connection: &Connection,
    change: &OldChange,
    image: impl Iterator<Item = (&'a String, &'a Value)>,
) -> Result<Map<String, Value>, StoreError> {
    let columns = images::columns(connection, &change.table)?;
    let mut kept = Map::new();
    for (column, value) in image {
        let text = value.as_str();
        let value = match (change.table.as_str(), column.as_str(), text) {
            ("settings", "id", Some(name)) => {
                kept.insert("name".to_owned(), name.into());
                number(connection, "settings", name)?.into()
            }
            (table, "id", Some(id)) => {
                if columns.iter().any(|column| column.name == "uid") {
                    kept.insert("uid".to_owned(), id.replace('-', "").into());
                }
                number(connection, table, id)?.into()
            }
            (_, "unit" | "one" | "other", Some(unit)) => number(connection, "units", unit)?.into(),
            (_, "task", Some(task)) => number(connection, "tasks", task)?.into(),
            (_, "notice" | "older" | "newer" | "duplicate_of" | "fuller_than", Some(notice)) => {
                number(connection, "notices", notice)?.into()
            }
            _ => value.clone(),
        };
        if columns.iter().any(|known| known.name == *column) {
            kept.insert(column.clone(), value);
        }
    }
    Ok(kept)
}

fn number(connection: &Connection, place: &str, old: &str) -> Result<Option<i64>, StoreError> {
    let number = "SELECT number FROM temp.numbers WHERE place = ?1 AND old = ?2";
    Ok(connection.prepare_cached(number)?.query_row((place, old), |row| row.get(0)).optional()?)
}
