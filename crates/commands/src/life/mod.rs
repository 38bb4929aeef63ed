//! What is done with tasks: moving them along, giving them more time, giving them other units. Each for one task or for
//! many, as one operation.

mod assign;
mod batch;
mod duties;
mod extend;
mod facts;
mod people;

use domain::{Move, Need, Standing, Steps, TaskStatus};
use store::{Happening, Reader, StatusChange, SuccessionKind, TaskId, TaskOnDay, UnitId};

pub(crate) use assign::assign_tasks;
pub(crate) use duties::{brief, get_duty, set_duty, settle_periods};
pub(crate) use extend::extend_tasks;
pub(crate) use facts::life;
pub(crate) use people::{name_people, roles};

use crate::context::Context;
use crate::error::CommandError;
use crate::{entered, in_short, units, wire};
use batch::{Batch, REASON};

entered::fields! {
    SUCCESSOR "successor" "接续的事项";
    UNIT "unit" "单位";
}

pub(crate) fn move_tasks(
    context: &mut Context<'_, '_>,
    request: wire::MoveRequest,
) -> Result<wire::MoveReport, CommandError> {
    let wire::MoveRequest { tasks, name: wire::MoveCode(name), day, reason, successor, unit, skip_refused } = request;
    let batch = Batch::of(context, &tasks, day, skip_refused)?;
    let reason = batch::reason(reason.as_deref())?;
    check_reason(name, &reason)?;
    let read = context.read();
    let successor = successor_of(read, name, successor.as_deref())?;
    let unit = unit.map(|unit| part_of(read, name, &unit)).transpose()?;
    let steps = read.steps()?;
    let operation = context.operation_called(name.entry().journal);
    let happening = Happening { day: batch.day, reason: &reason };
    context.caller.store.write(&operation, |writer| {
        let found = writer.tasks_on(&batch.tasks, batch.day, unit.as_ref().map(|(id, _)| id))?;
        let (going, refused) = batch.sort(found, |task| match &unit {
            Some(_) => leads_part(name, task),
            None => leads(name, task, steps, successor.as_ref()),
        });
        if batch.stops(&refused) {
            return Ok(batch::report(0, refused));
        }
        let changes: Vec<StatusChange<'_>> =
            going.iter().map(|(task, to)| StatusChange { task: task.id.clone(), to: *to, happening }).collect();
        writer.move_statuses(&changes, unit.as_ref().map(|(id, _)| id))?;
        if let Some((successor, kind)) = &successor {
            let tasks: Vec<TaskId> = going.iter().map(|(task, _)| task.id.clone()).collect();
            writer.keep_successor(&tasks, successor, *kind, happening)?;
        }
        writer.summarise(summary(&batch, &going, unit.as_ref().map(|(_, name)| name.as_str()), &reason));
        Ok(batch::report(going.len(), refused))
    })
}

/// Where the task itself is led, or why it is not.
fn leads(
    name: Move,
    task: &TaskOnDay,
    steps: Steps,
    successor: Option<&(TaskId, SuccessionKind)>,
) -> Result<TaskStatus, String> {
    if successor.is_some_and(|(successor, _)| *successor == task.id) {
        return Err("不能由它自己接续".to_owned());
    }
    name.leads(task.status, steps).ok_or_else(|| domain::refusal(name, task.status, steps))
}

/// Where the part of a unit is led, or why it is not.
fn leads_part(name: Move, task: &TaskOnDay) -> Result<TaskStatus, String> {
    if !task.has_part {
        return Err("这个单位不在这条事项上".to_owned());
    }
    if task.status.standing() != Standing::Open {
        return Err(format!("整条事项现在是“{}”，各单位的部分不再变动", task.status.word()));
    }
    let part = task.part.unwrap_or(domain::PART_BEGINS);
    name.leads_part(part).ok_or_else(|| domain::refusal_of_part(name, part))
}

fn check_reason(name: Move, reason: &str) -> Result<(), CommandError> {
    let entry = name.entry();
    match entry.reason {
        Need::Must if reason.is_empty() => {
            let usual = entry.reasons.join("、");
            Err(REASON.refused(format!("“{}”要写明原因，如：{usual}。没有作任何改动。", entry.word)))
        }
        Need::No if !reason.is_empty() => Err(REASON.refused(format!("“{}”不写原因。没有作任何改动。", entry.word))),
        _ => Ok(()),
    }
}

/// The task that takes the place of others; one that is put aside itself cannot.
fn successor_of(
    read: Reader<'_>,
    name: Move,
    given: Option<&str>,
) -> Result<Option<(TaskId, SuccessionKind)>, CommandError> {
    let entry = name.entry();
    let Some(given) = given.map(str::trim).filter(|given| !given.is_empty()) else {
        return match entry.successor {
            Need::Must => Err(SUCCESSOR.refused(format!("“{}”要指明由哪一条事项接续。没有作任何改动。", entry.word))),
            Need::No | Need::May => Ok(None),
        };
    };
    if entry.successor == Need::No {
        return Err(SUCCESSOR.refused(format!("“{}”没有接续的事项。没有作任何改动。", entry.word)));
    }
    let successor = read.task(&TaskId::from(given), None)?;
    let is_fit = match name {
        Move::Merge => successor.status.standing() == Standing::Open,
        _ => successor.status.standing() != Standing::Ended,
    };
    if !is_fit {
        return Err(SUCCESSOR.refused(format!(
            "接续的事项“{}”现在是“{}”，不能接续其他事项。没有作任何改动。",
            in_short::numbered(&successor.number, successor.title.as_deref(), &successor.text),
            successor.status.word()
        )));
    }
    let kind = if name == Move::Merge { SuccessionKind::Merged } else { SuccessionKind::Superseded };
    Ok(Some((successor.id, kind)))
}

/// The unit whose part is moved, with its name.
fn part_of(read: Reader<'_>, name: Move, unit: &str) -> Result<(UnitId, String), CommandError> {
    if !name.entry().moves_parts {
        return Err(UNIT.refused(format!("“{}”是整条事项的，不能只对一个单位。没有作任何改动。", name.word())));
    }
    let (unit, id) = units::one_called(read, unit, None)?;
    Ok((id, unit.name))
}

/// “一/（一） 简化材料”等 12 条，市财政局：待签收→办理中；原因：……
fn summary(batch: &Batch, going: &[(TaskOnDay, TaskStatus)], unit: Option<&str>, reason: &str) -> String {
    let before = |task: &TaskOnDay| match unit {
        Some(_) => task.part.unwrap_or(domain::PART_BEGINS),
        None => task.status,
    };
    let mut ways: Vec<String> = Vec::new();
    for (task, to) in going {
        let way = format!("{}→{}", before(task).word(), to.word());
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    let unit = unit.map_or_else(String::new, |unit| format!("，{unit}的部分"));
    batch.sentence(going.iter().map(|(task, _)| task), &format!("{unit}：{}", ways.join("、")), reason)
}

#[cfg(test)]
mod tests;
