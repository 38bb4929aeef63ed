//! Listing and restoring backups of a register that cannot be opened: damaged, emptied, overwritten or gone. The same
//! commands as of one that can; where there is none to ask, they say what the files say.

use std::path::Path;

use chrono::{DateTime, FixedOffset, Utc};
use store::{Backups, Candidate, KeepRule, Operation, Title, Unpacked};

use super::{made_at, open, preview, restored_sentence, row, rule_row, step};
use crate::context::PathAccess;
use crate::error::CommandError;
use crate::wire::{BackupList, BackupQuery, Progress, RestorePreview, RestoreReport, RestoreRequest, RestoreSource};

/// A front calling about a register that cannot be opened. See [`crate::Caller`].
pub struct RecoveryCaller<'a> {
    /// Where the register should be.
    pub folder: &'a Path,
    /// The front's clock, with how far the one at the place of the person is ahead of UTC.
    pub now: DateTime<FixedOffset>,
    /// Who asks, for the journal.
    pub actor: &'a str,
    /// What the front may do with paths of this machine. Those of the register itself are told to any front that has
    /// anything to do with paths: whoever is to put it right must find it.
    pub paths: PathAccess,
    /// Is told how far a long command has come.
    pub progress: &'a dyn Fn(&Progress),
}

impl std::fmt::Debug for RecoveryCaller<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RecoveryCaller").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl RecoveryCaller<'_> {
    fn backups(&self) -> Backups {
        Backups::of(self.folder)
    }

    fn shown(&self, path: &Path) -> Option<String> {
        (self.paths != PathAccess::None).then(|| path.display().to_string())
    }

    fn candidate(&self, source: &RestoreSource) -> Result<Candidate, CommandError> {
        super::allow(source, self.paths)?;
        let told = |done, total| (self.progress)(&step("正在核对导出包", done, total));
        Ok(open(&self.backups(), source, &told)?)
    }
}

/// The backups beside the register. How long they stay only the register knows; of it nothing is removed meanwhile.
pub(crate) fn list_backups(caller: &RecoveryCaller<'_>, query: BackupQuery) -> Result<BackupList, CommandError> {
    let backups = caller.backups();
    Ok(BackupList {
        register: caller.shown(caller.folder).unwrap_or_default(),
        folder: caller.shown(backups.folder()).unwrap_or_default(),
        rule: rule_row(KeepRule::default()),
        backups: backups.list()?.iter().map(|backup| row(backup, query.verify)).collect(),
    })
}

/// What a restore would bring back. What would be lost cannot be said.
pub(crate) fn preview_restore(
    caller: &RecoveryCaller<'_>,
    request: RestoreRequest,
) -> Result<RestorePreview, CommandError> {
    Ok(preview(&caller.candidate(&request.source)?, None)?)
}

/// Puts a backup in the place of the register, which is kept aside as it is.
pub(crate) fn restore(caller: &RecoveryCaller<'_>, request: RestoreRequest) -> Result<RestoreReport, CommandError> {
    let source = &request.source;
    let mut candidate = caller.candidate(source)?;
    let changes = preview(&candidate, None)?;
    let made_at = made_at(&caller.backups(), source, &changes, *caller.now.offset());
    let title = Title { command: "restore", label: "恢复备份" };
    let operation = Operation::new(title, caller.actor, caller.now.to_utc());
    candidate.note(&operation, restored_sentence(source, &changes, made_at))?;
    let restored = candidate.put_into(caller.folder, caller.now.to_utc())?;
    Ok(RestoreReport { changes, kept: restored.kept.and_then(|kept| caller.shown(&kept)) })
}

/// Makes the register of this folder, which has none, of an archive of everything.
///
/// # Errors
/// When there is a register already or the archive is not whole; then nothing is made.
pub fn unpack_all(folder: &Path, archive: &Path, actor: &str, now: DateTime<Utc>) -> Result<Unpacked, CommandError> {
    let title = Title { command: "import_all", label: "从导出包导入" };
    Ok(store::unpack(archive, folder, &Operation::new(title, actor, now), now)?)
}
