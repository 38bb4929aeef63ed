//! To schema 8: a search index without places, hashes of 32 bits, of which a share is looked up.

use rusqlite::Connection;

use crate::StoreError;
use crate::notices::fingerprint::{add_looked_up, packed};

pub(super) fn convert(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(include_str!("../../migrations/0008_less_room.sql"))?;
    // The search index is filled behind all steps.
    fingerprints(connection)
}

/// Hashes had 64 bits, of which the lower ones chose them and told nothing more.
fn fingerprints(connection: &Connection) -> Result<(), StoreError> {
    let mut all = connection.prepare("SELECT notice, hashes FROM fingerprints")?;
    let kept = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let kept = kept.collect::<Result<Vec<(i64, Vec<u8>)>, _>>()?;
    connection.execute_batch("DELETE FROM fingerprint_hashes")?;
    for (notice, bytes) in kept {
        let (hashes, _) = bytes.as_chunks::<8>();
        let hashes: Vec<u32> = hashes.iter().map(|hash| (u64::from_le_bytes(*hash) >> 32) as u32).collect();
        let keep = "UPDATE fingerprints SET hashes = ?2 WHERE notice = ?1";
        connection.prepare_cached(keep)?.execute((notice, packed(&hashes)))?;
        add_looked_up(connection, notice, &hashes)?;
    }
    Ok(())
}
