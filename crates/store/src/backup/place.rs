//! Where a person may have a copy or an archive written.

use std::path::{Path, PathBuf};

use super::{Backup, BackupError, Backups};
use crate::durability::beside;
use crate::migrations::APPLICATION_ID;
use crate::{Store, immutable};

impl Store {
    /// Refuses places where something would be lost that no question can be about: the register in use, what lies beside
    /// it, its backups, and other registers.
    pub(crate) fn allow_place(&self, place: &Path) -> Result<(), BackupError> {
        let Some(own) = self.file().map(real) else { return Ok(()) };
        let place_is = |other: &Path| real(place) == other;
        if place_is(&own) {
            return Err(BackupError::OwnFile(place.to_owned()));
        }
        let is_beside = ["-wal", "-shm", "-journal"].iter().any(|ending| place_is(&beside(&own, ending)));
        let is_backup = real(place).parent() == Some(Backups::of_file(&own).folder())
            && place.is_file()
            && Backup::of(&real(place), 0).is_some();
        if is_beside || is_backup || is_register(place) {
            return Err(BackupError::KeptFile(place.to_owned()));
        }
        Ok(())
    }
}

/// A path without links and detours, as far as it is there.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = path.file_name().unwrap_or_default();
        folder.canonicalize().map_or_else(|_| path.to_owned(), |folder| folder.join(name))
    })
}

/// Whether a register lies there that somebody works with; a copy carries another mark.
fn is_register(place: &Path) -> bool {
    let mark =
        |connection: rusqlite::Connection| connection.pragma_query_value(None, "application_id", |row| row.get(0));
    place.is_file() && immutable::open(place).and_then(mark).is_ok_and(|mark: i32| mark == APPLICATION_ID)
}

#[cfg(test)]
mod tests {
    use chrono::Utc;

    use super::*;
    use crate::Reason;

    #[test]
    fn no_copy_is_written_over_a_register_its_log_or_its_backups() {
        let (mine, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let store = Store::open_or_make(mine.path()).unwrap();
        drop(Store::open_or_make(other.path()).unwrap());
        let backup = store.back_up(Reason::Daily, Utc::now()).unwrap().file;
        let log = mine.path().join("duban.sqlite3-wal");
        let detour = mine.path().join("backups/../duban.sqlite3");
        let kept = [mine.path().join("duban.sqlite3"), detour, log, backup, other.path().join("duban.sqlite3")];
        for place in kept {
            let before = std::fs::read(&place).unwrap();
            let refused = |error: BackupError| matches!(error, BackupError::OwnFile(_) | BackupError::KeptFile(_));
            assert!(store.copy_to(&place).is_err_and(refused), "{}", place.display());
            assert!(store.pack(&place, Utc::now(), &|_, _| {}).is_err_and(refused), "{}", place.display());
            assert_eq!(std::fs::read(&place).unwrap(), before, "{}", place.display());
        }
        let copy = mine.path().join("backups/手工.sqlite3");
        store.copy_to(&copy).unwrap();
        store.copy_to(&copy).unwrap();
    }
}
