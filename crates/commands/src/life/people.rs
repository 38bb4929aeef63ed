//! Persons named on tasks, from a day on: the leader in charge, who is responsible, whom to ask.

use domain::PersonRole;
use store::{Happening, NewPerson, PeopleOfRole, TaskId};

use super::batch::{self, Batch};
use crate::context::Context;
use crate::entered::{Entered, LONGEST_NAME};
use crate::error::CommandError;
use crate::wire;

/// More people than these share no role on a task.
const MOST: usize = 50;

pub(crate) fn name_people(
    context: &mut Context<'_, '_>,
    request: wire::NamePeopleRequest,
) -> Result<wire::MoveReport, CommandError> {
    let wire::NamePeopleRequest { tasks, people, reason, day, skip_refused } = request;
    let batch = Batch::of(context, &tasks, day, skip_refused)?;
    let roles = roles(people)?;
    if roles.is_empty() {
        return Err(CommandError::at("people", "没有写明分管领导、责任人或联系人，没有作任何改动。"));
    }
    let reason = reason.unwrap_or_default().trim().to_owned();
    let happening = Happening { day: batch.day, reason: &reason };
    let operation = context.operation();
    context.caller.store.write(&operation, |writer| {
        let found = writer.tasks_on(&batch.tasks, batch.day, None)?;
        let (going, refused) = batch.sort(found, |task| match task.people_changed_later {
            true => Err(format!("{} 之后人员又调整过，请先撤销那次调整，或改用以后的日期", batch.day)),
            false => Ok(()),
        });
        if batch.stops(&refused) || going.is_empty() {
            return Ok(batch::report(0, refused));
        }
        let tasks: Vec<TaskId> = going.iter().map(|(task, ())| task.id.clone()).collect();
        let changed = writer.name_people(&tasks, &roles, happening)?;
        let words: Vec<String> = roles.iter().map(in_words).collect();
        let tasks = going.iter().map(|(task, ())| task);
        writer.summarise(batch.sentence(tasks, &format!("：{}", words.join("，")), &reason));
        Ok(batch::report(changed as usize, refused))
    })
}

/// The roles that are given, each with everybody in it once.
pub(crate) fn roles(given: wire::PeopleOfTask) -> Result<Vec<PeopleOfRole>, CommandError> {
    let wire::PeopleOfTask { leader, responsible, contact } = given;
    let given = [
        (PersonRole::Leader, "people.leader", leader),
        (PersonRole::Responsible, "people.responsible", responsible),
        (PersonRole::Contact, "people.contact", contact),
    ];
    let mut roles = Vec::new();
    for (role, code, people) in given {
        let Some(people) = people else { continue };
        let field = Entered { code, word: role.word() };
        let mut named: Vec<NewPerson> = Vec::new();
        for wire::PersonInfo { name, telephone } in people {
            // A number typed behind the name is the telephone.
            let (name, printed) = domain::name_and_telephone(&name);
            let telephone = if telephone.trim().is_empty() { printed } else { &telephone };
            let person =
                NewPerson { name: field.text(name, LONGEST_NAME)?, telephone: field.text(telephone, LONGEST_NAME)? };
            if !person.name.is_empty() && !named.iter().any(|other| other.name == person.name) {
                named.push(person);
            }
        }
        if named.len() > MOST {
            return Err(field.refused(format!("{}写了 {} 人，最多 {MOST} 人。", role.word(), named.len())));
        }
        roles.push(PeopleOfRole { role, people: named });
    }
    Ok(roles)
}

fn in_words(of: &PeopleOfRole) -> String {
    let names: Vec<&str> = of.people.iter().map(|person| person.name.as_str()).collect();
    let names = if names.is_empty() { "无".to_owned() } else { names.join("、") };
    format!("{}改为 {names}", of.role.word())
}

#[cfg(test)]
mod tests;
