//! Listing and restoring backups of a register that cannot be opened: damaged, emptied, overwritten or gone. There is no
//! register to give a command to, so these are functions of their own.

use std::path::Path;

use chrono::{DateTime, FixedOffset, Utc};
use store::{Backups, KeepRule, Operation, Title, Unpacked};

use super::{made_at, open, preview, restored_sentence, row, rule_row};
use crate::error::CommandError;
use crate::wire::{BackupList, BackupQuery, RestorePreview, RestoreReport, RestoreSource};

/// The backups beside the register of this folder.
///
/// # Errors
/// When the folder of backups cannot be read.
pub fn backups_of(folder: &Path, query: BackupQuery) -> Result<BackupList, CommandError> {
    let backups = Backups::of(folder);
    Ok(BackupList {
        folder: backups.folder().display().to_string(),
        rule: rule_row(KeepRule::default()),
        backups: backups.list()?.iter().map(|backup| row(backup, query.verify)).collect(),
    })
}

/// What a restore would bring back. What would be lost cannot be said.
///
/// # Errors
/// When the source cannot be restored from.
pub fn preview_recovery(folder: &Path, source: &RestoreSource) -> Result<RestorePreview, CommandError> {
    Ok(preview(&open(&Backups::of(folder), source, &|_, _| {})?, None)?)
}

/// Puts a backup in the place of the register, which is kept aside as it is.
///
/// # Errors
/// When the source cannot be restored from or the files cannot be moved; then the register is as it was.
pub fn recover(
    folder: &Path,
    source: &RestoreSource,
    actor: &str,
    now: DateTime<FixedOffset>,
) -> Result<RestoreReport, CommandError> {
    let backups = Backups::of(folder);
    let mut candidate = open(&backups, source, &|_, _| {})?;
    let changes = preview(&candidate, None)?;
    let made_at = made_at(&backups, source, &changes, *now.offset());
    let title = Title { command: "restore", label: "恢复备份" };
    let operation = Operation::new(title, actor, now.to_utc());
    candidate.note(&operation, restored_sentence(source, &changes, made_at))?;
    let restored = candidate.put_into(folder, now.to_utc())?;
    Ok(RestoreReport { changes, kept: restored.kept.map(|kept| kept.display().to_string()) })
}

/// Makes the register of this folder, which has none, of an archive of everything.
///
/// # Errors
/// When there is a register already or the archive is not whole; then nothing is made.
pub fn unpack_all(folder: &Path, archive: &Path, actor: &str, now: DateTime<Utc>) -> Result<Unpacked, CommandError> {
    let title = Title { command: "import_all", label: "从导出包导入" };
    Ok(store::unpack(archive, folder, &Operation::new(title, actor, now), now)?)
}
