//! Whether the fingerprints by which a repeated notice is recognised are there, are what was kept, and can be looked up.

use rusqlite::{Connection, OptionalExtension as _};

use crate::notices::fingerprint::{add_looked_up, is_whole, looked_up, unpacked};
use crate::{Backup, StoreError, immutable};

/// The notices whose fingerprint is gone or damaged, or is not found by each hash that it is looked up by.
pub(super) fn damaged(connection: &Connection) -> Result<Vec<i64>, StoreError> {
    let mut statement = connection.prepare(include_str!("fingerprints.sql"))?;
    let mut rows = statement.query([])?;
    let mut damaged = Vec::new();
    while let Some(row) = rows.next()? {
        let (notice, bytes): (i64, Option<Vec<u8>>) = (row.get("notice")?, row.get("hashes")?);
        let is_good = match bytes {
            Some(bytes) => is_whole(&bytes) && is_looked_up(connection, notice, &bytes)?,
            None => false,
        };
        if !is_good {
            damaged.push(notice);
        }
    }
    Ok(damaged)
}

fn is_looked_up(connection: &Connection, notice: i64, bytes: &[u8]) -> Result<bool, StoreError> {
    let entry = "SELECT 1 FROM fingerprint_hashes WHERE hash = ?1 AND notice = ?2";
    let mut entry = connection.prepare_cached(entry)?;
    for hash in looked_up(&unpacked(bytes)) {
        if !entry.exists((hash, notice))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Makes what fingerprints are looked up by anew; damaged ones come from the newest backup that has them whole. How many
/// are whole again.
pub(super) fn mend(connection: &Connection, damaged: &[i64], copies: &[Backup]) -> Result<u32, StoreError> {
    let mut mended = 0;
    for &notice in damaged {
        let kept = "SELECT hashes FROM fingerprints WHERE notice = ?1";
        let kept: Option<Vec<u8>> = connection.query_row(kept, [notice], |row| row.get(0)).optional()?;
        let kept = kept.filter(|bytes| is_whole(bytes));
        let Some(bytes) = kept.or_else(|| copies.iter().find_map(|copy| whole(copy, connection, notice))) else {
            continue;
        };
        connection.execute("INSERT OR REPLACE INTO fingerprints (notice, hashes) VALUES (?1, ?2)", (notice, &bytes))?;
        add_looked_up(connection, notice, &unpacked(&bytes))?;
        mended += 1;
    }
    Ok(mended)
}

/// The fingerprint of the same notice in a backup.
fn whole(copy: &Backup, connection: &Connection, notice: i64) -> Option<Vec<u8>> {
    let uid: Vec<u8> =
        connection.query_row("SELECT uid FROM notices WHERE id = ?1", [notice], |row| row.get(0)).ok()?;
    let copy = immutable::open(&copy.file).ok()?;
    let same = "SELECT f.hashes FROM fingerprints AS f JOIN notices AS n ON n.id = f.notice WHERE n.uid = ?1";
    let bytes: Vec<u8> = copy.query_row(same, [uid], |row| row.get(0)).ok()?;
    is_whole(&bytes).then_some(bytes)
}
