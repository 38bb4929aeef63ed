//! Other units for tasks, from a day on.

use domain::Standing;
use store::{Happening, NewUnits, Reader, TaskId, UnitId};

use super::batch::{self, Batch};
use crate::context::Context;
use crate::error::CommandError;
use crate::{entered, wire};

entered::fields! {
    LEADS "leads" "牵头单位";
}

pub(crate) fn assign_tasks(
    context: &mut Context<'_, '_>,
    request: wire::AssignRequest,
) -> Result<wire::MoveReport, CommandError> {
    let wire::AssignRequest { tasks, leads, co_units, reason, day, skip_refused } = request;
    let batch = Batch::of(context, &tasks, day, skip_refused)?;
    if leads.is_none() && co_units.is_none() {
        return Err(LEADS.refused("没有写明牵头单位或配合单位，没有作任何改动。"));
    }
    let read = context.read();
    let leads = leads.map(|names| named(read, &names)).transpose()?;
    let co_units = co_units.map(|names| named(read, &names)).transpose()?;
    let to = NewUnits { leads: leads.as_deref(), co_units: co_units.as_deref() };
    let mut new_units = Vec::new();
    for name in leads.iter().chain(&co_units).flatten() {
        if read.units_called(name)?.is_empty() && !new_units.contains(name) {
            new_units.push(name.clone());
        }
    }
    let reason = batch::reason(reason.as_deref())?;
    let happening = Happening { day: batch.day, reason: &reason };
    let operation = context.operation();
    context.caller.store.write(&operation, |writer| {
        let found = writer.tasks_on(&batch.tasks, batch.day, None)?;
        let (going, refused) = batch.sort(found, |task| {
            if task.status.standing() != Standing::Open {
                return Err(format!("现在是“{}”，不再改单位", task.status.word()));
            }
            if task.units_changed_later {
                return Err(format!("{} 之后单位又调整过，请先撤销那次调整，或改用以后的日期", batch.day));
            }
            Ok(())
        });
        if batch.stops(&refused) || going.is_empty() {
            return Ok(batch::report(0, refused));
        }
        let tasks: Vec<TaskId> = going.iter().map(|(task, ())| task.id.clone()).collect();
        let changed = writer.assign_units(&tasks, to, happening)?;
        let mut words = Vec::new();
        words.extend(leads.as_ref().map(|names| format!("牵头改为 {}", listed(names))));
        words.extend(co_units.as_ref().map(|names| format!("配合改为 {}", listed(names))));
        let tasks = going.iter().map(|(task, ())| task);
        writer.summarise(batch.sentence(tasks, &format!("：{}", words.join("，")), &reason));
        Ok(wire::MoveReport { new_units, ..batch::report(changed as usize, refused) })
    })
}

/// The names meant, where ids are given, too; each once.
fn named(read: Reader<'_>, given: &[String]) -> Result<Vec<String>, CommandError> {
    let mut names: Vec<String> = Vec::new();
    for text in given.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
        let name = read.unit(&UnitId::from(text)).map_or_else(|_| text.to_owned(), |unit| unit.name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Ok(names)
}

fn listed(names: &[String]) -> String {
    if names.is_empty() { "无".to_owned() } else { names.join("、") }
}
