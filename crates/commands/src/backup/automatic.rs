//! Backups that the program makes by itself: when a day has passed, and before many tasks come in.

use chrono::{DateTime, Utc};
use store::{Backup, BackupError, Backups, Reason, Store};

use crate::error::CommandError;

/// So many measures may come in without a backup before.
pub(crate) const MOST_WITHOUT_BACKUP: usize = 100;

/// A kept text of fewer bytes holds no more measures than may be read again without a backup: the shortest take forty.
const LARGE_REREAD: u64 = 4_000;

/// Makes a backup when the newest is a day old, and removes those that the rule does not keep. None when it is not yet
/// time, or there is nothing to keep.
///
/// # Errors
/// When the backup cannot be made; the register is as it was.
pub fn back_up_if_due(store: &Store, now: DateTime<Utc>) -> Result<Option<Backup>, CommandError> {
    let Some(backups) = backups(store) else { return Ok(None) };
    if store.is_read_only() || !backups.is_due(now)? || store.read().is_empty()? {
        return Ok(None);
    }
    let made = store.back_up(Reason::Daily, now)?;
    backups.thin(store.read().backup_rule()?, now)?;
    Ok(Some(made))
}

/// Whether a backup of it would hold anything.
pub(crate) fn has_what_to_lose(store: &Store) -> bool {
    store.file().is_some() && !store.read().is_empty().unwrap_or_default()
}

/// Makes a backup before an import of more than [`MOST_WITHOUT_BACKUP`] measures. A sentence when it cannot be made: the
/// import goes on, for it can be undone.
pub(crate) fn before_large_import(store: &Store, now: DateTime<Utc>) -> Option<String> {
    before_much(store, now).map(|error| format!("导入前的备份没有做成，导入照常进行。{error}"))
}

/// The same before files of so many bytes are read again.
pub(crate) fn before_large_reread(store: &Store, bytes: u64, now: DateTime<Utc>) -> Option<String> {
    let error = if bytes < LARGE_REREAD || !has_what_to_lose(store) { None } else { before_much(store, now) };
    error.map(|error| format!("采用前的备份没有做成，采用照常进行。{error}"))
}

fn before_much(store: &Store, now: DateTime<Utc>) -> Option<BackupError> {
    let backups = backups(store)?;
    let made = store.back_up(Reason::Import, now).and_then(|_| {
        backups.thin(store.read().backup_rule()?, now)?;
        Ok::<_, BackupError>(())
    });
    made.err()
}

fn backups(store: &Store) -> Option<Backups> {
    store.file()?.parent().map(Backups::of)
}
