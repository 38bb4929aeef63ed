//! Backups: listing, making and restoring them, and those that the program makes by itself.

mod automatic;
pub(crate) mod recovery;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, Utc};
use store::{Backup, BackupError, Backups, Candidate, Entry, Facts, KeepRule, Loss, Packed, Reader, Reason};

pub use automatic::back_up_if_due;
pub(crate) use automatic::{MOST_WITHOUT_BACKUP, before_large_import, before_large_reread, has_what_to_lose};
pub use recovery::{RecoveryCaller, unpack_all};

use crate::context::{Context, PathAccess};
use crate::error::{CommandError, ErrorCode};
use crate::history::entry;
use crate::import::number;
use crate::wire::{
    ArchiveFacts, BackUpRequest, BackedUp, BackupList, BackupQuery, BackupReason, BackupRow, BackupRule,
    ExportAllRequest, ExportedAll, OperationCount, Progress, RestorePreview, RestoreReport, RestoreRequest,
    RestoreSource,
};

/// So many of the operations that would be lost are shown one by one.
const SHOWN: usize = 100;

pub(crate) fn list_backups(context: &mut Context<'_, '_>, query: BackupQuery) -> Result<BackupList, CommandError> {
    let backups = backups(context)?;
    Ok(BackupList {
        register: backups.folder().parent().and_then(|folder| shown(context, folder)).unwrap_or_default(),
        folder: shown(context, backups.folder()).unwrap_or_default(),
        rule: rule_row(context.read().backup_rule()?),
        backups: backups.list()?.iter().map(|backup| row(backup, query.verify)).collect(),
    })
}

pub(crate) fn back_up(context: &mut Context<'_, '_>, request: BackUpRequest) -> Result<BackedUp, CommandError> {
    if let Some(to) = request.to {
        allow_path(context.caller.paths)?;
        let size = context.caller.store.copy_to(Path::new(&to))?;
        return Ok(BackedUp { file: to, size, removed: 0 });
    }
    let made = context.caller.store.back_up(Reason::Person, context.caller.now)?;
    let removed = backups(context)?.thin(context.read().backup_rule()?, context.caller.now)?;
    let file = shown(context, &made.file).unwrap_or(made.name);
    Ok(BackedUp { file, size: made.size, removed: number(removed.len()) })
}

pub(crate) fn export_all(
    context: &mut Context<'_, '_>,
    request: ExportAllRequest,
) -> Result<ExportedAll, CommandError> {
    allow_path(context.caller.paths)?;
    let progress = context.caller.progress;
    let step = |done, total| progress(&step("正在写入原文件", done, total));
    let Packed { size, originals } = context.caller.store.pack(Path::new(&request.to), context.caller.now, &step)?;
    Ok(ExportedAll { size, originals })
}

pub(crate) fn set_backup_rule(context: &mut Context<'_, '_>, rule: BackupRule) -> Result<BackupList, CommandError> {
    let BackupRule { days, weeks, months } = rule;
    let operation = context.operation();
    context.caller.store.write(&operation, |writer| {
        writer.summarise(format!("全部保留 {days} 天，每周一份 {weeks} 周，每月一份 {months} 个月"));
        writer.keep_backup_rule(KeepRule { days, weeks, months })
    })?;
    list_backups(context, BackupQuery::default())
}

pub(crate) fn preview_restore(
    context: &mut Context<'_, '_>,
    request: RestoreRequest,
) -> Result<RestorePreview, CommandError> {
    let candidate = candidate(context, &request.source)?;
    Ok(preview(&candidate, Some(context.read()))?)
}

pub(crate) fn restore(context: &mut Context<'_, '_>, request: RestoreRequest) -> Result<RestoreReport, CommandError> {
    let mut candidate = candidate(context, &request.source)?;
    let changes = preview(&candidate, Some(context.read()))?;
    let made_at = made_at(&backups(context)?, &request.source, &changes, context.caller.offset);
    candidate.note(&context.operation(), restored_sentence(&request.source, &changes, made_at))?;
    let restored = context.caller.store.become_like(&candidate, context.caller.now)?;
    let name = |kept: &PathBuf| kept.file_name().map(|name| name.to_string_lossy().into_owned());
    let kept = restored.kept.and_then(|kept| shown(context, &kept).or_else(|| name(&kept)));
    Ok(RestoreReport { changes, kept })
}

fn candidate(context: &Context<'_, '_>, source: &RestoreSource) -> Result<Candidate, CommandError> {
    let backups = backups(context)?;
    allow(source, context.caller.paths)?;
    let progress = context.caller.progress;
    Ok(open(&backups, source, &|done, total| progress(&step("正在核对导出包", done, total)))?)
}

fn step(message: &str, done: usize, total: usize) -> Progress {
    Progress { message: message.to_owned(), done: number(done), total: number(total) }
}

fn open(backups: &Backups, source: &RestoreSource, step: &dyn Fn(usize, usize)) -> Result<Candidate, BackupError> {
    match source {
        RestoreSource::Backup(name) => Candidate::of(backups, &backups.find(name)?),
        RestoreSource::Path(path) => Candidate::of_path(backups, Path::new(path), step),
    }
}

/// What putting the candidate in place would change; of a register that cannot be read it says what it can.
fn preview(candidate: &Candidate, present: Option<Reader<'_>>) -> Result<RestorePreview, BackupError> {
    let Facts { tasks, notices, last, is_older } = candidate.facts()?;
    let present = present.and_then(|read| {
        let loss = candidate.loss(read).ok()?;
        Some((read.task_count().ok()?, read.notice_counts().ok()?.0, loss))
    });
    let mut preview = RestorePreview {
        tasks_then: tasks.unwrap_or_default(),
        notices_then: notices.unwrap_or_default(),
        last: last.map(entry),
        is_older,
        is_unreadable: present.is_none(),
        archive: candidate.archive().map(|archive| {
            let store::ArchiveFacts { made_at, originals } = archive.clone();
            ArchiveFacts { made_at, originals }
        }),
        ..RestorePreview::default()
    };
    if let Some((tasks, notices, Loss { mut lost, regained })) = present {
        (preview.tasks_now, preview.notices_now) = (Some(tasks), Some(notices));
        (preview.lost, preview.regained) = (by_label(&lost), by_label(&regained));
        lost.truncate(SHOWN);
        preview.lost_entries = lost.into_iter().map(entry).collect();
    }
    Ok(preview)
}

/// What the history says of a restore: of what, and what was lost with it.
fn restored_sentence(source: &RestoreSource, changes: &RestorePreview, made_at: Option<String>) -> String {
    let from = match (source, made_at) {
        (RestoreSource::Backup(_), Some(made_at)) => format!("恢复自 {made_at} 的备份"),
        (RestoreSource::Backup(source) | RestoreSource::Path(source), made_at) => {
            let name = Path::new(source).file_name().unwrap_or_default().to_string_lossy().into_owned();
            let made_at = made_at.map_or_else(String::new, |made_at| format!("（{made_at} 导出）"));
            format!("恢复自“{name}”{made_at}")
        }
    };
    let kinds: Vec<String> = changes.lost.iter().map(|kind| format!("{} {} 次", kind.label, kind.count)).collect();
    let lost = match (changes.is_unreadable, kinds.is_empty()) {
        (true, _) => "原来的台账读不出，失去了什么无法说明".to_owned(),
        (false, true) => "没有失去任何操作".to_owned(),
        (false, false) => format!("失去之后的操作：{}", kinds.join("，")),
    };
    format!("{from}；{lost}")
}

/// When what is restored was made, as the clock at this place shows it: of a backup its name says it, of an archive it
/// says it itself.
fn made_at(backups: &Backups, source: &RestoreSource, changes: &RestorePreview, offset: FixedOffset) -> Option<String> {
    let at = match source {
        RestoreSource::Backup(name) => backups.find(name).ok()?.made_at,
        RestoreSource::Path(_) => changes.archive.as_ref()?.made_at.parse::<DateTime<Utc>>().ok()?,
    };
    Some(at.with_timezone(&offset).format("%Y-%m-%d %H:%M").to_string())
}

/// How many of each kind, in the order in which the kinds are met.
fn by_label(entries: &[Entry]) -> Vec<OperationCount> {
    let mut counts: Vec<OperationCount> = Vec::new();
    for entry in entries {
        match counts.iter_mut().find(|count| count.label == entry.label) {
            Some(count) => count.count += 1,
            None => counts.push(OperationCount { label: entry.label.clone(), count: 1 }),
        }
    }
    counts
}

pub(crate) fn backups(context: &Context<'_, '_>) -> Result<Backups, CommandError> {
    let file = context.caller.store.file().and_then(Path::parent);
    Ok(Backups::of(file.ok_or(BackupError::InMemory)?))
}

fn row(backup: &Backup, verify: bool) -> BackupRow {
    let facts = backup.facts();
    let unchanged = if verify { backup.is_unchanged() } else { Ok(true) };
    let changed = || "内容与备份时不同，文件已损坏或被改动".to_owned();
    let fault = match (&facts, &unchanged) {
        (Err(error), _) | (_, Err(error)) => Some(error.to_string()),
        (_, Ok(unchanged)) => (!unchanged).then(changed),
    };
    let Facts { tasks, notices, last, is_older } = facts.unwrap_or_default();
    BackupRow {
        name: backup.name.clone(),
        made_at: backup.made_at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
        reason: reason(backup.reason),
        size: backup.size,
        tasks,
        notices,
        last: last.map(entry),
        is_older,
        verified: fault.is_none(),
        fault,
    }
}

fn reason(reason: Reason) -> BackupReason {
    match reason {
        Reason::Person => BackupReason::Person,
        Reason::Daily => BackupReason::Daily,
        Reason::Import => BackupReason::Import,
        Reason::Migration => BackupReason::Migration,
        Reason::Restore => BackupReason::Restore,
        Reason::Purge => BackupReason::Purge,
    }
}

fn rule_row(rule: KeepRule) -> BackupRule {
    let KeepRule { days, weeks, months } = rule;
    BackupRule { days, weeks, months }
}

/// A path as a front may show it.
fn shown(context: &Context<'_, '_>, path: &Path) -> Option<String> {
    (context.caller.paths == PathAccess::Full).then(|| path.display().to_string())
}

/// Refuses a source that names a file where the front may not.
fn allow(source: &RestoreSource, paths: PathAccess) -> Result<(), CommandError> {
    match source {
        RestoreSource::Backup(_) => Ok(()),
        RestoreSource::Path(_) => allow_path(paths),
    }
}

fn allow_path(paths: PathAccess) -> Result<(), CommandError> {
    if paths != PathAccess::None {
        return Ok(());
    }
    Err(CommandError::new(
        ErrorCode::PathNotAllowed,
        "这里不能按路径读写本机文件。请在备份列表中选择，或用 duban 命令行。",
    ))
}
