//! Entering and putting right tasks that no notice gave.

use commands::wire::{AddTaskRequest, DeadlineInfo, EditTaskRequest, IdRequest, OriginInfo, TaskDetail, TaskEntered};
use domain::{DeadlineKind, OriginKind};

use super::corrections::new_unit;
use crate::arguments::{AddTaskArguments, EditTaskArguments, EnteredArguments};
use crate::session::{Failure, Session, json_text};

pub(super) fn add(session: &mut Session, arguments: AddTaskArguments) -> Result<String, Failure> {
    let AddTaskArguments { text, entered, people, region, json } = arguments;
    let nothing =
        OriginInfo { kind: OriginKind::Hand.code().to_owned(), words: String::new(), person: String::new(), day: None };
    let request = AddTaskRequest {
        deadline: deadline(&entered),
        origin: origin(&entered, nothing),
        title: entered.title,
        text,
        leads: entered.terms.lead,
        co_units: entered.terms.co,
        region,
        people: super::life::people(people),
    };
    let answer = session.ask("add_task", &request, None, &|_| {})?;
    told(&answer, json, |id| format!("已登记，编号 {id}。可用 duban undo 撤销。\n"))
}

pub(super) fn edit(session: &mut Session, arguments: EditTaskArguments) -> Result<String, Failure> {
    let EditTaskArguments { id, text, entered, no_due, json } = arguments;
    let none = DeadlineInfo { raw: None, due: None, kind: DeadlineKind::None.code().to_owned() };
    let request = EditTaskRequest {
        deadline: if no_due { Some(none) } else { deadline(&entered) },
        origin: if speaks_of_origin(&entered) { changed_origin(session, &id, &entered)? } else { None },
        text,
        leads: Some(entered.terms.lead).filter(|names| !names.is_empty()),
        co_units: Some(entered.terms.co).filter(|names| !names.is_empty()),
        title: entered.title,
        id,
    };
    let answer = session.ask("edit_task", &request, None, &|_| {})?;
    told(&answer, json, |id| format!("已修改 {id}。可用 duban undo 撤销。\n"))
}

fn told(answer: &serde_json::Value, json: bool, said: fn(&str) -> String) -> Result<String, Failure> {
    if json {
        return Ok(json_text(answer));
    }
    let entered: TaskEntered = serde_json::from_value(answer.clone())?;
    let mut text = said(&entered.task);
    text.extend(entered.new_units.iter().map(new_unit));
    Ok(text)
}

fn deadline(entered: &EnteredArguments) -> Option<DeadlineInfo> {
    let due = entered.terms.due?;
    Some(DeadlineInfo {
        raw: entered.terms.due_words.clone(),
        due: Some(due),
        kind: DeadlineKind::Date.code().to_owned(),
    })
}

fn speaks_of_origin(entered: &EnteredArguments) -> bool {
    let EnteredArguments { origin, origin_words, person, day, .. } = entered;
    origin.is_some() || origin_words.is_some() || person.is_some() || day.is_some()
}

/// The origin that the task has, with what was written put in. Of a task of a notice there is none, and the command says so.
fn changed_origin(session: &mut Session, id: &str, entered: &EnteredArguments) -> Result<Option<OriginInfo>, Failure> {
    let held = session.ask("get_task", &IdRequest { id: id.to_owned() }, None, &|_| {})?;
    let held: TaskDetail = serde_json::from_value(held)?;
    Ok(held.task.origin.map(|held| origin(entered, held)))
}

fn origin(entered: &EnteredArguments, held: OriginInfo) -> OriginInfo {
    OriginInfo {
        kind: entered.origin.map_or(held.kind, |kind| kind.code().to_owned()),
        words: entered.origin_words.clone().unwrap_or(held.words),
        person: entered.person.clone().unwrap_or(held.person),
        day: entered.day.or(held.day),
    }
}
