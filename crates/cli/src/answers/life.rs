//! Moving, extending and assigning tasks.

use std::io::BufRead as _;
use std::process::ExitCode;

use commands::wire::{
    AssignRequest, ExtendRequest, MoveReport, MoveRequest, NamePeopleRequest, PeopleOfTask, PersonInfo, TaskLife,
};
use domain::TaskStatus;
use serde::Serialize;

use super::by_hand;
use crate::arguments::{Chosen, NamedPeople, TaskCommand};
use crate::session::{Failure, Session, json_text};
use crate::terminal::{complain, print};

/// Does what is asked with the tasks. When some are refused the call has failed, whether or not the others went on.
pub(crate) fn task(session: &mut Session, command: TaskCommand) -> Result<ExitCode, Failure> {
    match command {
        TaskCommand::Add(arguments) => {
            print(&by_hand::add(session, arguments)?)?;
            Ok(ExitCode::SUCCESS)
        }
        TaskCommand::Edit(arguments) => {
            print(&by_hand::edit(session, arguments)?)?;
            Ok(ExitCode::SUCCESS)
        }
        TaskCommand::Move(arguments) => {
            let request = MoveRequest {
                tasks: ids(&arguments.chosen)?,
                name: arguments.to,
                day: arguments.chosen.on,
                reason: arguments.reason,
                successor: arguments.into,
                unit: arguments.unit,
                skip_refused: arguments.chosen.skip_refused,
            };
            done(session, "move_tasks", &request, request.tasks.len(), &arguments.chosen, arguments.to.0.word())
        }
        TaskCommand::Extend(arguments) => {
            let request = ExtendRequest {
                tasks: ids(&arguments.chosen)?,
                due: arguments.due,
                raw: arguments.due_words,
                reason: arguments.reason,
                day: arguments.chosen.on,
                skip_refused: arguments.chosen.skip_refused,
            };
            done(session, "extend_tasks", &request, request.tasks.len(), &arguments.chosen, "延期")
        }
        TaskCommand::Assign(arguments) => {
            let request = AssignRequest {
                tasks: ids(&arguments.chosen)?,
                leads: arguments.lead,
                co_units: arguments.co,
                reason: arguments.reason,
                day: arguments.chosen.on,
                skip_refused: arguments.chosen.skip_refused,
            };
            done(session, "assign_tasks", &request, request.tasks.len(), &arguments.chosen, "改派单位")
        }
        TaskCommand::People(arguments) => {
            let request = NamePeopleRequest {
                tasks: ids(&arguments.chosen)?,
                people: people(arguments.people),
                reason: arguments.reason,
                day: arguments.chosen.on,
                skip_refused: arguments.chosen.skip_refused,
            };
            done(session, "name_people", &request, request.tasks.len(), &arguments.chosen, "指定人员")
        }
    }
}

/// Those of each role that is written.
pub(super) fn people(named: NamedPeople) -> PeopleOfTask {
    let persons = |names: Option<Vec<String>>| -> Option<Vec<PersonInfo>> {
        names.map(|names| names.into_iter().map(|name| PersonInfo { name, ..PersonInfo::default() }).collect())
    };
    let NamedPeople { leader, responsible, contact } = named;
    PeopleOfTask { leader: persons(leader), responsible: persons(responsible), contact: persons(contact) }
}

pub(super) fn done(
    session: &mut Session,
    name: &str,
    request: &impl Serialize,
    asked: usize,
    chosen: &Chosen,
    word: &str,
) -> Result<ExitCode, Failure> {
    let value = session.ask(name, request, None, &|_| {})?;
    let report: MoveReport = serde_json::from_value(value.clone())?;
    for refused in &report.refused {
        complain(&format!("{}：{}。", refused.name, refused.why));
    }
    if chosen.json {
        print(&json_text(&value))?;
    } else {
        let mut text = match (report.moved, report.refused.len()) {
            (0, 0) => "与现在相同，没有改动。\n".to_owned(),
            (0, _) => "没有作任何改动。\n".to_owned(),
            (moved, _) => format!("{word} {moved} 条，可用 duban undo 撤销。\n"),
        };
        text.extend(report.new_units.iter().map(|unit| format!("“{unit}”是台账里原来没有的单位。\n")));
        if !chosen.skip_refused && !report.refused.is_empty() && report.refused.len() < asked {
            text.push_str("要其余的照办，请加 --skip-refused。\n");
        }
        print(&text)?;
    }
    Ok(if report.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The ids written, and those of standard input where `-` is written.
pub(super) fn ids(chosen: &Chosen) -> Result<Vec<String>, Failure> {
    let mut ids = Vec::new();
    for id in &chosen.ids {
        if id == "-" {
            for line in std::io::stdin().lock().lines() {
                let line = line.map_err(Failure::Output)?;
                ids.extend(line.split_whitespace().next().map(str::to_owned));
            }
        } else {
            ids.push(id.clone());
        }
    }
    Ok(ids)
}

/// What a task has been through, as fields: heading and words.
pub(super) fn fields(life: &TaskLife) -> Vec<(&'static str, String)> {
    let mut fields = Vec::new();
    let deadline = &life.deadline;
    if !deadline.changes.is_empty() {
        let original = deadline.original_raw.as_deref().unwrap_or("未载明期限");
        fields.push(("原时限", format!("{original}，已延期 {} 次", deadline.extended)));
    }
    fields.extend(life.rollup.clone().map(|rollup| ("各单位", rollup)));
    for related in &life.related {
        let heading = match (related.kind.0, related.is_successor) {
            (TaskStatus::Merged, true) => "并入",
            (TaskStatus::Merged, false) => "并入本条的",
            (_, true) => "由此替代",
            (_, false) => "替代",
        };
        fields.push((heading, format!("{}（{}）", related.name, related.task)));
    }
    fields
}
