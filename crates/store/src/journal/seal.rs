//! Seals: each transaction is sealed with a hash over its operation, its changes, the rows as it left them, and the seal
//! before, so that nothing recorded can be altered unnoticed, by a hand or by a failing disk.

use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

use super::images;
use crate::StoreError;

/// The changes that a seal covers: those after one number up to another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    pub(crate) after: i64,
    pub(crate) last: i64,
}

/// Seals what was written since the last seal; nothing when there is nothing.
pub(crate) fn append(connection: &Connection) -> Result<(), StoreError> {
    let (after, before) = last(connection)?;
    let span = Span { after, last: super::write::newest_change(connection)? };
    if span.last == after {
        return Ok(());
    }
    let covered = operations(connection, span)?;
    let mut hash = begin(&before, &covered.summaries, &covered);
    add_changes(connection, span, &mut hash)?;
    add_rows(connection, after, &mut hash)?;
    let keep = "INSERT INTO seals (last_change, summaries, seal) VALUES (?1, ?2, ?3)";
    connection.prepare_cached(keep)?.execute((span.last, covered.summaries, hash.finalize().as_slice()))?;
    Ok(())
}

/// Makes one seal over everything in the place of all there are, after a change of what they covered.
pub(crate) fn make_anew(connection: &Connection) -> Result<(), StoreError> {
    connection.execute("DELETE FROM seals", [])?;
    append(connection)
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

/// The operations that a seal covers.
pub(crate) struct Covered {
    pub(crate) numbers: Vec<i64>,
    /// A hash over what the history says of them; an operation that goes on in another transaction says more then.
    pub(crate) summaries: [u8; 32],
    /// A hash over the rest. It never changes; what takes an operation back is told by the operation that did.
    facts: [u8; 32],
}

pub(crate) fn operations(connection: &Connection, span: Span) -> Result<Covered, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("sealed_operations.sql"))?;
    let mut rows = statement.query((span.after, span.last))?;
    let (mut numbers, mut facts, mut summaries) = (Vec::new(), Sha256::new(), Sha256::new());
    while let Some(row) = rows.next()? {
        numbers.push(row.get("id")?);
        add_text(&mut facts, row.get_ref("facts")?.as_str().unwrap_or_default());
        add_text(&mut summaries, row.get_ref("summary")?.as_str().unwrap_or_default());
    }
    Ok(Covered { numbers, summaries: summaries.finalize().into(), facts: facts.finalize().into() })
}

/// A hash that begins with the seal before and with what is said of the operations.
pub(crate) fn begin(before: &[u8], summaries: &[u8], covered: &Covered) -> Sha256 {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(summaries);
    hash.update(covered.facts);
    hash
}

/// The changes in order.
pub(crate) fn add_changes(connection: &Connection, span: Span, hash: &mut Sha256) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(include_str!("sealed_changes.sql"))?;
    let mut rows = statement.query((span.after, span.last))?;
    while let Some(row) = rows.next()? {
        add_text(hash, row.get_ref(1)?.as_str().unwrap_or_default());
        let (operation, place, number, task): (i64, i64, i64, Option<i64>) =
            (row.get(0)?, row.get(2)?, row.get(3)?, row.get(4)?);
        // No task has the number 0.
        for fact in [operation, place, number, task.unwrap_or_default()] {
            hash.update(fact.to_le_bytes());
        }
        add_text(hash, row.get_ref(5)?.as_str_or_null().ok().flatten().unwrap_or_default());
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
