//! Putting a backup in the place of the register.
//!
//! A candidate is a copy of the backup, brought up to date and checked, while the register stays as it is: the rehearsal.
//! A register that can be read is then overwritten page by page in one transaction, so that it is the old or the new one
//! whenever the program is killed, programs that have it open see the new one, and its log is its own. Only a file that
//! cannot be read is replaced; it is kept, together with its log.

use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use rusqlite::backup::{Backup as Copying, StepResult};
use tempfile::NamedTempFile;

use super::copy::{aside_in, persist, sync_folder_of};
use super::verify::{facts, fault};
use super::{Backup, BackupError, Backups, Facts, PUT_ASIDE, Reason};
use crate::access::PATIENCE;
use crate::archive::ArchiveFacts;
use crate::durability::beside;
use crate::migrations::{VERSION, version};
use crate::open::FILE;
use crate::{Entry, Operation, OperationId, Reader, Store, StoreError, immutable};

/// A backup that can be put in place.
#[derive(Debug)]
pub struct Candidate {
    // In this order: the register is closed before its files go.
    store: Store,
    log: LogOfCopy,
    aside: NamedTempFile,
    is_older: bool,
    archive: Option<ArchiveFacts>,
}

/// What SQLite keeps beside a copy, gone when dropped: on a full disk SQLite itself leaves it there.
#[derive(Debug)]
struct LogOfCopy(PathBuf);

impl Drop for LogOfCopy {
    fn drop(&mut self) {
        for ending in ["-wal", "-shm", "-journal"] {
            let _ = std::fs::remove_file(beside(&self.0, ending));
        }
    }
}

/// Keeps which operation put the register in place last.
const RESTORED: &str = "restored_by";

/// What a restore would change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loss {
    /// Operations that the register has and the backup has not; the latest first.
    pub lost: Vec<Entry>,
    /// Operations that the backup has and the register has not.
    pub regained: Vec<Entry>,
}

/// What a restore has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Where the register is that was in place before; none when there was none.
    pub kept: Option<PathBuf>,
}

impl Candidate {
    /// A backup of the folder of backups.
    ///
    /// # Errors
    /// When it is not what was once written, or as [`Self::of_file`].
    pub fn of(backups: &Backups, backup: &Backup) -> Result<Self, BackupError> {
        if !backup.is_unchanged()? {
            return Err(BackupError::not_whole(&backup.file, "内容与备份时不同，文件已损坏或被改动"));
        }
        Self::of_file(backups, &backup.file)
    }

    /// A file that a person named: a backup or a register that lies elsewhere.
    ///
    /// # Errors
    /// When it cannot be read, is damaged or no register, a newer program has written it, or the disk has no room for a
    /// copy of it.
    pub fn of_file(backups: &Backups, file: &Path) -> Result<Self, BackupError> {
        let folder = backups.folder();
        let own = folder.parent().unwrap_or(folder).join(FILE);
        if std::fs::canonicalize(file).is_ok_and(|file| std::fs::canonicalize(own).is_ok_and(|own| own == file)) {
            return Err(BackupError::OwnFile(file.to_owned()));
        }
        std::fs::metadata(file).map_err(|error| BackupError::of(file, error))?;
        let found = immutable::open(file).map_err(|error| BackupError::sqlite(file, error));
        let is_older = match found.and_then(|connection| Ok(version(&connection)?)) {
            Ok(0) => return Err(BackupError::not_whole(file, "它不是台账")),
            Ok(found) => found < VERSION,
            Err(BackupError::Store(_)) if file.is_file() => {
                return Err(BackupError::not_whole(file, "它不是台账，或已经损坏"));
            }
            Err(error) => return Err(error),
        };
        crate::open::private_folder(folder).map_err(|error| BackupError::of(folder, error))?;
        let aside = aside_in(folder)?;
        std::fs::copy(file, aside.path()).map_err(|error| BackupError::of(file, error))?;
        own_alone(aside.path()).map_err(|error| BackupError::of(aside.path(), error))?;
        let log = LogOfCopy(aside.path().to_owned());
        copy_log(file, aside.path())?;
        let store = Store::connect(aside.path(), crate::open::Before::Nothing).map_err(|error| match error {
            StoreError::Foreign { .. } => BackupError::not_whole(file, "它是别的程序的数据库，不是台账"),
            StoreError::NotAStore { .. } | StoreError::Damaged(_) => {
                BackupError::not_whole(file, "它不是台账，或已经损坏")
            }
            other => other.into(),
        })?;
        if let Some(found) = fault(&store.connection, true) {
            return Err(BackupError::not_whole(file, found));
        }
        if let Some(check) = store.read().check()?.into_iter().find(|check| !check.ok) {
            return Err(BackupError::not_whole(file, format!("{}：{}", check.name, check.detail)));
        }
        Ok(Self { store, log, aside, is_older, archive: None })
    }

    pub(crate) fn with_archive(self, archive: ArchiveFacts) -> Self {
        Self { archive: Some(archive), ..self }
    }

    /// What the archive said of itself, where it came from one.
    pub fn archive(&self) -> Option<&ArchiveFacts> {
        self.archive.as_ref()
    }

    /// What the register would hold.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn facts(&self) -> Result<Facts, StoreError> {
        Ok(Facts { is_older: self.is_older, ..facts(self.store.read())? })
    }

    /// What the register would lose and win.
    ///
    /// # Errors
    /// When one of them cannot be read.
    pub fn loss(&self, present: Reader<'_>) -> Result<Loss, StoreError> {
        let (mut lost, mut regained) = (present.history(None, u32::MAX)?, self.store.read().history(None, u32::MAX)?);
        let (now, then) = (ids(&lost), ids(&regained));
        lost.retain(|entry| !then.contains(&entry.id));
        regained.retain(|entry| !now.contains(&entry.id));
        Ok(Loss { lost, regained })
    }

    /// Records in its history that it was put in place, so that the register says so as soon as it is there.
    ///
    /// # Errors
    /// When there is no room.
    pub fn note(&mut self, operation: &Operation<'_>, sentence: String) -> Result<(), StoreError> {
        self.store.write(operation, |writer| {
            writer.summarise(sentence);
            writer.keep_setting(RESTORED, &operation.id().to_string())
        })
    }

    /// Puts it in the place of a register that cannot be read or is not there.
    ///
    /// # Errors
    /// When a file cannot be moved; then the present one is still in place.
    pub fn put_into(self, register: &Path, now: DateTime<Utc>) -> Result<Restored, BackupError> {
        let Self { store, log, aside, .. } = self;
        store.close_for_moving()?;
        drop(log);
        crate::open::private_folder(register).map_err(|error| BackupError::of(register, error))?;
        let place = register.join(FILE);
        let kept = keep_unreadable(&place, now)?;
        persist(aside, &place)?;
        Ok(Restored { kept })
    }
}

fn ids(entries: &[Entry]) -> HashSet<OperationId> {
    entries.iter().map(|entry| entry.id.clone()).collect()
}

impl Store {
    /// Overwrites the register with the candidate, after a backup of what it holds now.
    ///
    /// # Errors
    /// When there is no room, or another program writes for too long; then the register is as it was.
    pub fn become_like(&mut self, candidate: &Candidate, now: DateTime<Utc>) -> Result<Restored, BackupError> {
        let kept = match self.back_up(Reason::Restore, now) {
            Ok(backup) => backup.file,
            Err(error) if error.is_damage() => self.keep_damaged(now)?,
            Err(error) => return Err(error),
        };
        self.connection.flush_prepared_statement_cache();
        let copying = Copying::new(&candidate.store.connection, &mut self.connection).map_err(StoreError::from)?;
        let started = Instant::now();
        loop {
            // In one step: what is written becomes visible with the last page, all at once.
            match copying.step(-1).map_err(StoreError::from)? {
                StepResult::Done => break,
                StepResult::More => {}
                _ if started.elapsed() > PATIENCE => return Err(StoreError::in_use().into()),
                _ => std::thread::sleep(Duration::from_millis(20)),
            }
        }
        drop(copying);
        // The log now has the size of the register. When somebody reads it, it is emptied later.
        let _ = self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
        Ok(Restored { kept: Some(kept) })
    }

    /// Copies a register that is damaged inside page by page, as it is.
    fn keep_damaged(&self, now: DateTime<Utc>) -> Result<PathBuf, BackupError> {
        let file = self.file().ok_or(BackupError::InMemory)?;
        let place = folder_for_damaged(file, now)?.join(FILE);
        let copied = Connection::open(&place).and_then(|mut copy| {
            copy.pragma_update(None, "journal_mode", "memory")?;
            Copying::new(&self.connection, &mut copy)?.step(-1)
        });
        copied.map_err(|error| BackupError::sqlite(&place, error))?;
        own_alone(&place).map_err(|error| BackupError::of(&place, error))?;
        Ok(place)
    }

    /// Closes the register with everything in one file that needs no log.
    fn close_for_moving(self) -> Result<(), StoreError> {
        Ok(self.connection.pragma_update(None, "journal_mode", "delete")?)
    }
}

/// Keeps a file that cannot be read with its log, in a folder of its own. The file also stays where it is until another
/// takes its name.
fn keep_unreadable(place: &Path, now: DateTime<Utc>) -> Result<Option<PathBuf>, BackupError> {
    let failed = |error| BackupError::of(place, error);
    let has_any = ["", "-wal"].iter().any(|ending| beside(place, ending).exists());
    if !has_any {
        return Ok(None);
    }
    let kept = folder_for_damaged(place, now)?;
    if place.exists() {
        let link = std::fs::hard_link(place, kept.join(FILE));
        link.or_else(|_| std::fs::copy(place, kept.join(FILE)).map(drop)).map_err(failed)?;
    }
    for ending in ["-wal", "-shm", "-journal"] {
        match std::fs::rename(beside(place, ending), beside(&kept.join(FILE), ending)) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(error)),
            _ => {}
        }
    }
    sync_folder_of(&kept.join(FILE));
    Ok(Some(kept))
}

/// A new folder for a register that is damaged.
fn folder_for_damaged(register: &Path, now: DateTime<Utc>) -> Result<PathBuf, BackupError> {
    let folder = Backups::of_file(register).folder().join(format!("{PUT_ASIDE}{}", now.format("%Y%m%dT%H%M%S%3fZ")));
    crate::open::private_folder(&folder).map_err(|error| BackupError::of(&folder, error))?;
    Ok(folder)
}

/// Copies the log of a register that lies elsewhere: without it the last operations would be missing. Backups have none.
fn copy_log(file: &Path, copy: &Path) -> Result<(), BackupError> {
    if crate::leftover::is_backup(file) {
        return Ok(());
    }
    let log = crate::durability::log_of(file);
    match std::fs::copy(&log, crate::durability::log_of(copy)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(BackupError::of(&log, error)),
        _ => Ok(()),
    }
}

/// `std::fs::copy` brings the permissions of the copied file along.
fn own_alone(file: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600))?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}
