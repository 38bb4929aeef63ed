//! Making a backup: a copy written aside, verified, and then given its name.

use std::io::ErrorKind;
use std::path::Path;
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags};
use tempfile::NamedTempFile;

use super::verify::{checksum, counts, fault};
use super::{Backup, BackupError, Backups, Reason};
use crate::checks::contents::{damaged, files_of};
use crate::leftover::BACKUP_ID;
use crate::{Reader, Store, StoreError};

/// What a file is called while it is being written.
const ASIDE: &str = "writing-";
/// A file that nobody has written to for this long was left behind by a killed program.
const LEFT_BEHIND: Duration = Duration::from_secs(600);

impl Store {
    /// Makes a backup in the folder of backups beside the register.
    ///
    /// # Errors
    /// When it cannot be written whole; then there is none.
    pub fn back_up(&self, reason: Reason, now: DateTime<Utc>) -> Result<Backup, BackupError> {
        let file = self.file().ok_or(BackupError::InMemory)?;
        back_up(&self.connection, &Backups::of_file(file), reason, now)
    }

    /// Writes a copy to a place that a person named; a file that is there is replaced when the copy is whole. Says how
    /// many bytes it has.
    ///
    /// # Errors
    /// When it cannot be written whole; then the place is as before.
    pub fn copy_to(&self, place: &Path) -> Result<u64, BackupError> {
        self.allow_place(place)?;
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let aside = aside_in(folder)?;
        write(&self.connection, aside.path(), Contents::Compared)?;
        persist(aside, place)
    }
}

/// Makes a backup of an older register before it is brought up to date.
pub(crate) fn before_migration(connection: &Connection, file: &Path) -> Result<(), BackupError> {
    back_up(connection, &Backups::of_file(file), Reason::Migration, SystemTime::now().into()).map(drop)
}

fn back_up(
    connection: &Connection,
    backups: &Backups,
    reason: Reason,
    now: DateTime<Utc>,
) -> Result<Backup, BackupError> {
    let folder = backups.folder();
    crate::open::private_folder(folder).map_err(|error| BackupError::of(folder, error))?;
    remove_left_behind(folder);
    let aside = aside_in(folder)?;
    // An older register keeps its contents in another way; whatever it holds, the upgrade must be possible to go back on.
    let contents = if reason == Reason::Migration { Contents::AsTheyAre } else { Contents::Compared };
    write(connection, aside.path(), contents)?;
    let place = folder.join(Backup::name(now, reason, &checksum(aside.path())?));
    let size = persist(aside, &place)?;
    Backup::of(&place, size).ok_or_else(|| BackupError::NotFound(place.display().to_string()))
}

/// An empty file for its owner alone, gone when dropped.
pub(crate) fn aside_in(folder: &Path) -> Result<NamedTempFile, BackupError> {
    let made = tempfile::Builder::new().prefix(ASIDE).suffix(".part").tempfile_in(folder);
    made.map_err(|error| match error.kind() {
        ErrorKind::NotFound => BackupError::NoFolder(folder.to_owned()),
        _ => BackupError::of(folder, error),
    })
}

/// What is done about files and readings that are kept packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Contents {
    /// Each is unpacked and compared with what it is recognised by: a copy in which one is damaged could not be restored,
    /// and would push out those that can.
    Compared,
    /// They are copied as they are.
    AsTheyAre,
}

/// Fills an empty file with a verified copy that carries the mark of backups.
pub(crate) fn write(connection: &Connection, place: &Path, contents: Contents) -> Result<(), BackupError> {
    // A person is told of the folder: the file has a name for the time being only.
    let folder = place.parent().unwrap_or(place);
    let failed = |error| BackupError::sqlite(folder, error);
    // The copy is as the register was at one moment between these two, and nearly always they are the same.
    let before = counts(connection).map_err(StoreError::from)?;
    let name = place.to_str().ok_or_else(|| {
        BackupError::of(place, std::io::Error::new(std::io::ErrorKind::InvalidInput, "a path that is no Unicode"))
    })?;
    connection.execute("VACUUM main INTO ?1", [name]).map_err(failed)?;
    let after = counts(connection).map_err(StoreError::from)?;
    let copy = Connection::open_with_flags(place, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(failed)?;
    // The file is thrown away when this is interrupted, so that no journal on the disk is needed.
    copy.pragma_update(None, "journal_mode", "memory").map_err(failed)?;
    copy.pragma_update(None, "application_id", BACKUP_ID).map_err(failed)?;
    if let Some(found) = fault(&copy, false) {
        return Err(BackupError::DamagedRegister { found });
    }
    if contents == Contents::Compared {
        let damaged = damaged(Reader { connection: &copy })?;
        if !damaged.is_empty() {
            let files = files_of(&copy, &damaged)?;
            return Err(BackupError::DamagedContents { count: damaged.len(), files });
        }
    }
    let copied = counts(&copy).map_err(failed)?;
    if before == after && copied != before {
        return Err(BackupError::Differs);
    }
    Ok(())
}

/// Gives a file that is whole its name, when it is on the disk. Says how many bytes it has.
pub(crate) fn persist(aside: NamedTempFile, place: &Path) -> Result<u64, BackupError> {
    let failed = |error| BackupError::of(place, error);
    aside.as_file().sync_all().map_err(failed)?;
    let size = aside.as_file().metadata().map_err(failed)?.len();
    aside.persist(place).map_err(|error| failed(error.error))?;
    sync_folder_of(place);
    Ok(size)
}

/// Makes the name of a file outlive a power cut. Some systems have no such thing, and the file is whole in any case.
pub(crate) fn sync_folder_of(file: &Path) {
    if let Some(folder) = file.parent().filter(|_| cfg!(unix)) {
        let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// Removes what killed programs have left. What cannot be removed is in nobody's way.
fn remove_left_behind(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let idle = entry.metadata().and_then(|facts| facts.modified()).ok().and_then(|at| at.elapsed().ok());
        let is_aside = entry.file_name().to_str().is_some_and(|name| name.starts_with(ASIDE));
        if is_aside && idle.is_some_and(|idle| idle > LEFT_BEHIND) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}
