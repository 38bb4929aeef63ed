//! The backups of a register: in the folder `backups` beside it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

use super::{Backup, BackupError, KeepRule};

/// Name of the folder of backups, beside the register.
pub(crate) const FOLDER: &str = "backups";

/// What the folders in it are called that hold what lay in the place of a restored register and could not be read.
pub(crate) const PUT_ASIDE: &str = "damaged-";

/// The folder of backups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backups {
    folder: PathBuf,
}

impl Backups {
    /// Those of the register in this folder.
    pub fn of(register: &Path) -> Self {
        Self { folder: register.join(FOLDER) }
    }

    pub(crate) fn of_file(register: &Path) -> Self {
        Self::of(register.parent().unwrap_or(Path::new(".")))
    }

    /// Where they lie.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// All, the newest first. What else lies in the folder is passed over.
    ///
    /// # Errors
    /// When the folder is there and cannot be read.
    pub fn list(&self) -> Result<Vec<Backup>, BackupError> {
        let entries = match std::fs::read_dir(&self.folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(|error| BackupError::of(&self.folder, error))?,
        };
        let one = |entry: std::fs::DirEntry| Backup::of(&entry.path(), entry.metadata().ok()?.len());
        let mut found: Vec<Backup> = entries.flatten().filter_map(one).collect();
        found.sort_by(|a, b| b.name.cmp(&a.name));
        Ok(found)
    }

    /// The backup of this name.
    ///
    /// # Errors
    /// When there is none.
    pub fn find(&self, name: &str) -> Result<Backup, BackupError> {
        let found = self.list()?.into_iter().find(|backup| backup.name == name);
        found.ok_or_else(|| BackupError::NotFound(name.to_owned()))
    }

    /// Removes one.
    ///
    /// # Errors
    /// When the system does not allow it.
    pub fn remove(&self, backup: &Backup) -> Result<(), BackupError> {
        std::fs::remove_file(&backup.file).map_err(|error| BackupError::of(&backup.file, error))
    }

    /// Whether the newest is a day old or there is none.
    ///
    /// # Errors
    /// When the folder is there and cannot be read.
    pub fn is_due(&self, now: DateTime<Utc>) -> Result<bool, BackupError> {
        let list = self.list()?;
        Ok(list.first().is_none_or(|newest| now - newest.made_at >= TimeDelta::days(1)))
    }

    /// Removes what the rule does not keep, and says what that was.
    ///
    /// # Errors
    /// When the folder cannot be read or a file not be removed.
    pub fn thin(&self, rule: KeepRule, now: DateTime<Utc>) -> Result<Vec<Backup>, BackupError> {
        let list = self.list()?;
        let gone: Vec<Backup> = rule.superfluous(&list, now).into_iter().cloned().collect();
        for backup in &gone {
            self.remove(backup)?;
        }
        Ok(gone)
    }
}
