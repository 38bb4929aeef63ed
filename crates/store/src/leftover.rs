//! A log (`-wal`) that lies beside a register and is not its own.
//!
//! SQLite applies whatever log lies beside a file. After a crash that is right: the log holds the last operations. But
//! when a person has put a backup in the place of the register, the log belongs to the file that was there before, and
//! applying it would mix both. Backups carry a mark of their own, so this is seen before SQLite opens the file. The log
//! is kept under another name, for it may hold operations that are nowhere else.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::durability::{beside, log_of};
use crate::{StoreError, immutable};

/// "DUBK" in the header of a backup. A register carries [`crate::migrations::APPLICATION_ID`].
pub(crate) const BACKUP_ID: i32 = 0x4455_424B;

/// Puts the log away when the file beside it is a backup. Says where it is now.
pub(crate) fn set_aside_beside_backup(file: &Path) -> Result<Option<PathBuf>, StoreError> {
    let log = log_of(file);
    if !std::fs::metadata(&log).is_ok_and(|facts| facts.len() > 0) || !is_backup(file) {
        return Ok(None);
    }
    set_aside(file)
}

/// Puts the log away that lies beside this name.
pub(crate) fn set_aside(file: &Path) -> Result<Option<PathBuf>, StoreError> {
    let now = DateTime::<Utc>::from(SystemTime::now()).format("%Y%m%dT%H%M%S%.3fZ");
    let aside = beside(file, &format!("-wal.{now}.old"));
    let failed = |source| StoreError::Leftover { file: log_of(file), source };
    // First what only points into the log: without it SQLite reads the log anew.
    remove(&beside(file, "-shm")).map_err(failed)?;
    match std::fs::rename(log_of(file), &aside) {
        Ok(()) => Ok(Some(aside)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(error)),
    }
}

fn remove(file: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Whether the file itself, without its log, is a backup. SQLite reads it, for closing a file that we had opened
/// ourselves would take away the locks that other connections of this program hold on it.
pub(crate) fn is_backup(file: &Path) -> bool {
    let mark = |connection: Connection| connection.pragma_query_value(None, "application_id", |row| row.get(0));
    immutable::open(file).and_then(mark).is_ok_and(|mark: i32| mark == BACKUP_ID)
}

#[cfg(test)]
mod tests;
