//! Retiring an older version: what it ordered and is not done yet is superseded by what the newer one orders. The tasks
//! stay, each with the one that corresponds; what was reported on them may belong to that one, too.

use std::collections::HashMap;

use domain::{Move, Standing, TaskStatus, VersionKind};
use extract::versions::compare;
use store::{Happening, NoticeRecord, Reader, StatusChange, Store, StoreError, SuccessionKind, TaskId, TaskOnDay};

use super::{Side, two_notices};
use crate::context::Context;
use crate::error::CommandError;
use crate::wire;

pub(crate) fn retire_version(
    context: &mut Context<'_, '_>,
    request: wire::RetireRequest,
) -> Result<wire::RetireReport, CommandError> {
    let wire::RetireRequest { older, newer, carry_progress, rehearse } = request;
    let read = context.read();
    let (older, newer) = two_notices(read, &wire::VersionPair { older, newer })?;
    check_that_it_follows(read, &older, &newer)?;
    let open = tasks_to_retire(read, &older)?;
    let successors = successors(read, &older, &newer)?;
    let steps = read.steps()?;
    let day = context.present;
    let standing = read.tasks_on(&open, day, None)?;
    // What begins only later is not owed yet, and what may not be superseded stays as it is.
    let goes = |task: &&TaskOnDay| task.begins.is_none_or(|begins| begins <= day);
    let reason = format!("新版《{}》已确认", newer.title);
    let happening = Happening { day, reason: &reason };
    let changes: Vec<StatusChange<'_>> = standing
        .iter()
        .filter(goes)
        .filter_map(|task| {
            Some(StatusChange { task: task.id.clone(), to: Move::Supersede.leads(task.status, steps)?, happening })
        })
        .collect();
    let pairs: Vec<(TaskId, TaskId)> = changes
        .iter()
        .filter_map(|change| Some((change.task.clone(), successors.get(&change.task)?.clone())))
        .collect();
    let followed: Vec<TaskId> = pairs.iter().map(|(task, _)| task.clone()).collect();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let report = wire::RetireReport {
        retired: number(changes.len()),
        followed: number(pairs.len()),
        left: number(open.len() - changes.len()),
        progress: read.count_progress_of(&followed)?,
    };
    if changes.is_empty() && !rehearse {
        return Err(CommandError::invalid(format!("《{}》没有还在办理的事项，没有作任何改动。", older.title)));
    }
    let operation = context.operation();
    let retire = |store: &mut Store| {
        store.write(&operation, |writer| {
            writer.move_statuses(&changes, None)?;
            writer.keep_successors(&pairs, SuccessionKind::Superseded, carry_progress, happening)?;
            let carried = if carry_progress && report.progress > 0 { "，沿用原有进展" } else { "" };
            writer.summarise(format!(
                "《{}》由《{}》接替：{} 条事项，其中 {} 条有对应的新事项{carried}",
                older.title, newer.title, report.retired, report.followed
            ));
            Ok::<_, CommandError>(())
        })
    };
    let store = &mut *context.caller.store;
    let outcome = if rehearse { store.rehearse(retire) } else { retire(store) };
    outcome?;
    Ok(report)
}

/// Whether the newer one takes the place of the older one at all, and has tasks that can.
fn check_that_it_follows(read: Reader<'_>, older: &NoticeRecord, newer: &NoticeRecord) -> Result<(), CommandError> {
    let links = read.version_links_around(&newer.id)?;
    let link = links.iter().find(|link| link.older == older.id && link.newer == newer.id);
    let Some(link) = link else {
        return Err(CommandError::invalid(format!(
            "《{}》没有登记为《{}》的新版，没有作任何改动。请先把两份文件设为前后版本。",
            newer.title, older.title
        )));
    };
    if link.kind == VersionKind::Fuller {
        return Err(CommandError::invalid(format!(
            "《{}》只是比《{}》更完整的文本，原有事项照旧办理，不用停办。",
            newer.title, older.title
        )));
    }
    if !newer.confirmed {
        return Err(CommandError::invalid(format!(
            "新版《{}》还没有确认，停办旧版后就没有事项接着办了，没有作任何改动。请先审核并确认新版。",
            newer.title
        )));
    }
    Ok(())
}

/// What is owed by a notice: its open tasks and those that were stopped for a time.
pub(super) fn tasks_to_retire(read: Reader<'_>, older: &NoticeRecord) -> Result<Vec<TaskId>, StoreError> {
    let is_meant = |status: &TaskStatus| status.standing() == Standing::Open;
    let statuses: Vec<TaskStatus> = TaskStatus::ALL.into_iter().filter(is_meant).collect();
    read.tasks_standing(&older.id, &statuses)
}

/// For each task of the older notice the task made of the measure that corresponds in the newer one.
fn successors(
    read: Reader<'_>,
    older: &NoticeRecord,
    newer: &NoticeRecord,
) -> Result<HashMap<TaskId, TaskId>, CommandError> {
    let (old, new) = (Side::of(read, older)?, Side::of(read, newer)?);
    let task = |side: &Side, place: Option<usize>| side.measures.get(place?)?.task.clone();
    let pairs = compare(&old.clauses(), &new.clauses());
    Ok(pairs.iter().filter_map(|row| Some((task(&old, row.older)?, task(&new, row.newer)?))).collect())
}
