//! Seals: each transaction is sealed with a hash over its operation, its changes, the rows as it left them, and the seal
//! before, so that nothing recorded can be altered unnoticed, by a hand or by a failing disk.

use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

use super::images;
use crate::StoreError;

/// Seals what was written since the last seal; nothing when there is nothing.
pub(crate) fn append(connection: &Connection) -> Result<(), StoreError> {
    let (after, before) = last(connection)?;
    let newest = super::write::newest_change(connection)?;
    if newest == after {
        return Ok(());
    }
    let mut hash = Sha256::new();
    hash.update(&before);
    let operation = add_operation(connection, newest, &mut hash)?;
    add_changes(connection, after, newest, &mut hash)?;
    add_rows(connection, after, &mut hash)?;
    let keep = "INSERT INTO seals (operation, last_change, seal) VALUES (?1, ?2, ?3)";
    connection.prepare_cached(keep)?.execute((operation, newest, hash.finalize().as_slice()))?;
    Ok(())
}

/// The last change that is sealed, and its seal.
fn last(connection: &Connection) -> Result<(i64, Vec<u8>), StoreError> {
    let last = "SELECT last_change, seal FROM seals ORDER BY id DESC LIMIT 1";
    let mut statement = connection.prepare_cached(last)?;
    let mut rows = statement.query([])?;
    match rows.next()? {
        Some(row) => Ok((row.get("last_change")?, row.get("seal")?)),
        None => Ok((0, Vec::new())),
    }
}

/// The operation that made a change: what is said of it when it begins never changes.
pub(crate) fn add_operation(connection: &Connection, change: i64, hash: &mut Sha256) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("sealed_operation.sql"))?;
    let (number, facts): (i64, String) = statement.query_row([change], |row| Ok((row.get(0)?, row.get(1)?)))?;
    hash.update(facts.as_bytes());
    Ok(number)
}

/// The changes after `after` up to `last`, in order.
pub(crate) fn add_changes(connection: &Connection, after: i64, last: i64, hash: &mut Sha256) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(include_str!("sealed_changes.sql"))?;
    let mut rows = statement.query((after, last))?;
    while let Some(row) = rows.next()? {
        let (place, number): (i64, i64) = (row.get(1)?, row.get(2)?);
        add_text(hash, row.get_ref(0)?.as_str().unwrap_or_default());
        hash.update(place.to_le_bytes());
        hash.update(number.to_le_bytes());
        add_text(hash, row.get_ref(3)?.as_str_or_null().ok().flatten().unwrap_or_default());
    }
    Ok(())
}

/// The rows changed since `after` as they are now, table by table.
fn add_rows(connection: &Connection, after: i64, hash: &mut Sha256) -> Result<(), StoreError> {
    let places = "SELECT DISTINCT c.place, t.name FROM changes AS c JOIN recorded_tables AS t ON t.number = c.place
        WHERE c.seq > ?1 ORDER BY c.place";
    let mut statement = connection.prepare_cached(places)?;
    let places = statement.query_map([after], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    for (place, table) in places.collect::<Result<Vec<_>, _>>()? {
        let columns = images::columns(connection, &table)?;
        let sql = format!(
            "SELECT c.row, iif(t.id IS NULL, NULL, {}) FROM (SELECT DISTINCT row FROM changes WHERE seq > ?1 AND place = ?2) AS c
             LEFT JOIN {table} AS t ON t.id = c.row ORDER BY c.row",
            images::whole("t", &columns)
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query((after, place))?;
        while let Some(row) = rows.next()? {
            add_row(hash, place, row.get(0)?, row.get_ref(1)?.as_str_or_null().ok().flatten());
        }
    }
    Ok(())
}

/// A row as an operation left it: none when it is gone.
pub(crate) fn add_row(hash: &mut Sha256, place: i64, row: i64, image: Option<&str>) {
    hash.update(place.to_le_bytes());
    hash.update(row.to_le_bytes());
    add_text(hash, image.unwrap_or_default());
}

/// A text with its length, so that two texts cannot be cut in another place.
fn add_text(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_le_bytes());
    hash.update(text.as_bytes());
}
