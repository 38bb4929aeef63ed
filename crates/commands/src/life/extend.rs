//! Another deadline for tasks. The original one is never lost: each change keeps what was before.

use chrono::Datelike as _;
use domain::{DeadlineKind, Standing};
use store::{Happening, NewDeadline, TaskId};

use super::batch::{self, Batch, REASON};
use crate::context::Context;
use crate::error::CommandError;
use crate::wire;

pub(crate) fn extend_tasks(
    context: &mut Context<'_, '_>,
    request: wire::ExtendRequest,
) -> Result<wire::MoveReport, CommandError> {
    let wire::ExtendRequest { tasks, due, raw, reason, day, skip_refused } = request;
    let batch = Batch::of(context, &tasks, day, skip_refused)?;
    let reason = batch::reason(Some(&reason))?;
    if reason.is_empty() {
        return Err(REASON.refused("延期要写明原因，没有作任何改动。"));
    }
    let written = || format!("{}年{}月{}日前", due.year(), due.month(), due.day());
    let raw = raw.map(|raw| raw.trim().to_owned()).filter(|raw| !raw.is_empty()).unwrap_or_else(written);
    let to = NewDeadline { raw: Some(raw), due: Some(due), kind: DeadlineKind::Date };
    let happening = Happening { day: batch.day, reason: &reason };
    let operation = context.operation();
    context.caller.store.write(&operation, |writer| {
        let found = writer.tasks_on(&batch.tasks, batch.day, None)?;
        let (going, refused) = batch.sort(found, |task| {
            if task.status.standing() != Standing::Open {
                return Err(format!("现在是“{}”，不再延期", task.status.word()));
            }
            if task.recurs {
                return Err("是定期报送的，时限随各期走；要改请“设定节奏”".to_owned());
            }
            match task.begins.filter(|begins| due < *begins) {
                Some(begins) => Err(format!("新时限 {due} 早于事项开始的 {begins}")),
                None if task.due == Some(due) => Err(format!("时限本来就是 {due}")),
                None => Ok(()),
            }
        });
        if batch.stops(&refused) || going.is_empty() {
            return Ok(batch::report(0, refused));
        }
        let tasks: Vec<TaskId> = going.iter().map(|(task, ())| task.id.clone()).collect();
        writer.move_deadlines(&tasks, &to, happening)?;
        writer.summarise(batch.sentence(going.iter().map(|(task, ())| task), &format!("：时限改为 {due}"), &reason));
        Ok(batch::report(going.len(), refused))
    })
}
