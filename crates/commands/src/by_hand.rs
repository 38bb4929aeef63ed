//! Tasks that no notice gave: entered with where they come from, and put right where they were entered wrong.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{Origin, OriginKind, UnitRole};
use store::{NewTask, Reader, TaskChange, TaskId, TaskRecord};

use crate::context::Context;
use crate::corrections::new_names_in;
use crate::entered::{self, LONGEST_NAME, LONGEST_TEXT, LONGEST_TITLE};
use crate::error::CommandError;
use crate::{in_short, life, wire};

entered::fields! {
    TITLE "title" "标题";
    TEXT "text" "内容";
    LEADS "leads" "牵头单位";
    CO_UNITS "co_units" "配合单位";
    DEADLINE "deadline" "完成时限";
    REGION "region" "地区";
    ORIGIN_KIND "origin.kind" "来源";
    ORIGIN_WORDS "origin.words" "来源说明";
    ORIGIN_PERSON "origin.person" "批示人";
    ORIGIN_DAY "origin.day" "来源日期";
}

pub(crate) fn add_task(
    context: &mut Context<'_, '_>,
    request: wire::AddTaskRequest,
) -> Result<wire::TaskEntered, CommandError> {
    let wire::AddTaskRequest { title, text, leads, co_units, deadline, origin, region, people } = request;
    let title = title.map(|title| TITLE.text(&title, LONGEST_TITLE)).transpose()?.filter(|title| !title.is_empty());
    let text = TEXT.needed(&text, LONGEST_TEXT)?;
    let (leads, co_units) = units(&leads, &co_units)?;
    let (origin, begins) = self::origin(origin, context.present)?;
    let deadline = deadline.map(|deadline| DEADLINE.deadline(deadline, begins)).transpose()?.unwrap_or_default();
    let read = context.read();
    let names = || leads.iter().chain(&co_units).map(String::as_str);
    let region = self::region(read, region.as_deref(), names())?;
    let new_units = new_names_in(read, Some(&region), names())?;
    let people = life::roles(people)?;
    let operation = context.operation();
    let task = context.caller.store.write(&operation, |writer| {
        writer.summarise(summary(origin.kind, title.as_deref(), &text));
        let task = writer.add_task(&NewTask {
            title: title.as_deref(),
            text: &text,
            leads: &leads,
            co_units: &co_units,
            deadline: &deadline,
            origin: &origin,
            region: &region,
            begins,
        })?;
        writer.begin_with_people(&task, &people)?;
        Ok::<_, CommandError>(task)
    })?;
    Ok(wire::TaskEntered { task: task.to_string(), new_units })
}

pub(crate) fn edit_task(
    context: &mut Context<'_, '_>,
    request: wire::EditTaskRequest,
) -> Result<wire::TaskEntered, CommandError> {
    let wire::EditTaskRequest { id, title, text, leads, co_units, deadline, origin } = request;
    let id = TaskId::from(id.as_str());
    let read = context.read();
    let task = read.task(&id, None)?;
    if task.notice.is_some() {
        return Err(CommandError::invalid(
            "这条事项读自文件，文字、单位和时限读错的请用“更正”（命令行 duban correct），没有改动。",
        ));
    }
    let moved = read.moved(&id)?;
    let mut changes = Vec::new();
    let mut begins = task.begins.unwrap_or(context.present);
    if let Some(given) = origin {
        let (origin, day) = self::origin(given, context.present)?;
        // Without a day of its own it stays where it began.
        begins = if origin.day.is_some() { day } else { begins };
        if let Some(first) = moved.first_day.filter(|first| *first < begins) {
            return Err(ORIGIN_DAY.refused(format!("这条事项 {first} 已有办理记录，来源日期不能晚于它。")));
        }
        changes.push(TaskChange::Origin(origin, begins));
    }
    let title = title.map(|title| TITLE.text(&title, LONGEST_TITLE)).transpose()?;
    changes.extend(title.map(|title| TaskChange::Title(Some(title).filter(|title| !title.is_empty()))));
    let text = text.map(|text| TEXT.needed(&text, LONGEST_TEXT)).transpose()?;
    changes.extend(text.map(TaskChange::Text));
    match deadline {
        Some(_) if moved.deadline => {
            return Err(DEADLINE.refused("时限后来变更过。要再改，请用延期；要改回，请撤销那次延期。"));
        }
        Some(given) => changes.push(TaskChange::Deadline(DEADLINE.deadline(given, begins)?)),
        None => {
            if let Some(due) = task.due.filter(|due| *due < begins) {
                return Err(ORIGIN_DAY.refused(format!("完成时限 {due} 早于来源日期 {begins}。请核对两个日期。")));
            }
        }
    }
    let mut new_units = Vec::new();
    if leads.is_some() || co_units.is_some() {
        if moved.units {
            return Err(LEADS.refused("承办单位后来变更过。要再改，请用改派；要改回，请撤销那次改派。"));
        }
        let held = |role| written(&task, role);
        let (leads, co_units) =
            units(&leads.unwrap_or_else(|| held(UnitRole::Lead)), &co_units.unwrap_or_else(|| held(UnitRole::CoUnit)))?;
        let region = read.region_of_task(&id)?;
        new_units = new_names_in(read, Some(&region), leads.iter().chain(&co_units).map(String::as_str))?;
        changes.push(TaskChange::Units { leads, co_units });
    }
    if changes.is_empty() {
        return Err(CommandError::invalid("没有写明要改什么。请至少改一项。"));
    }
    let operation = context.operation();
    context.caller.store.write(&operation, |writer| {
        writer.edit_task(&id, &changes)?;
        let after = writer.task(&id, None)?;
        let kind = after.origin.map_or(OriginKind::Hand, |origin| origin.kind);
        writer.summarise(summary(kind, after.title.as_deref(), &after.text));
        Ok::<_, CommandError>(())
    })?;
    Ok(wire::TaskEntered { task: id.to_string(), new_units })
}

/// The units of a task, each once; one that leads does not assist as well.
fn units(leads: &[String], co_units: &[String]) -> Result<(Vec<String>, Vec<String>), CommandError> {
    let leads = LEADS.names(leads)?;
    let co_units = CO_UNITS.names(co_units)?;
    if let Some(both) = co_units.iter().find(|name| leads.contains(name)) {
        return Err(CO_UNITS.refused(format!("“{both}”已是牵头单位，不能同时作配合单位。")));
    }
    Ok((leads, co_units))
}

fn written(task: &TaskRecord, role: UnitRole) -> Vec<String> {
    task.units.iter().filter(|unit| unit.role == role).map(|unit| unit.written.clone()).collect()
}

/// Where it comes from, and the day it is owed from.
fn origin(given: wire::OriginInfo, present: NaiveDate) -> Result<(Origin, NaiveDate), CommandError> {
    let wire::OriginInfo { kind, words, person, day } = given;
    let Some(kind) = OriginKind::from_code(&kind) else {
        return Err(ORIGIN_KIND.refused(format!("没有“{kind}”这种来源。请从列出的几种里选。")));
    };
    let origin = Origin {
        kind,
        words: ORIGIN_WORDS.text(&words, LONGEST_TEXT)?,
        person: ORIGIN_PERSON.text(&person, LONGEST_NAME)?,
        day: day.map(|day| ORIGIN_DAY.day_that_has_come(day, present)).transpose()?,
    };
    Ok((origin, day.unwrap_or(present)))
}

/// The region whose units are meant: the one that is given, or the only one that has units of these names.
fn region<'a>(
    read: Reader<'_>,
    given: Option<&str>,
    names: impl Iterator<Item = &'a str>,
) -> Result<String, CommandError> {
    if let Some(region) = given.map(str::trim).filter(|region| !region.is_empty()) {
        if read.is_region(region)? {
            return Ok(region.to_owned());
        }
        return Err(REGION.refused(format!("台账里没有“{region}”的单位和文件。请从列出的地区里选，或不填。")));
    }
    let mut possible: Option<BTreeSet<String>> = None;
    for name in names {
        let regions: BTreeSet<String> =
            read.units_called(name)?.into_iter().map(|unit| unit.region.unwrap_or_default()).collect();
        if regions.is_empty() {
            continue;
        }
        possible = Some(match possible {
            Some(known) => known.intersection(&regions).cloned().collect(),
            None => regions,
        });
    }
    let possible: Vec<String> = match possible {
        Some(regions) => regions.into_iter().collect(),
        None => read.regions()?,
    };
    match possible.as_slice() {
        [] => Ok(String::new()),
        [only] => Ok(only.clone()),
        several => {
            let several: Vec<&str> = several.iter().filter(|region| !region.is_empty()).map(String::as_str).collect();
            Err(REGION.refused(format!("几个地区（{}）都可能有这些单位，请选明是哪个地区的。", several.join("、"))))
        }
    }
}

/// What the history says of a task.
fn summary(kind: OriginKind, title: Option<&str>, text: &str) -> String {
    format!("{}“{}”", kind.word(), in_short::beginning(title.unwrap_or(text)))
}
