//! Why the fields of a task say what they say.

use chrono::Local;
use commands::wire::{CharacterRange, IdRequest, PeopleInfo, TaskDetail, doubt_state_word};

use super::tasks::stages;
use super::{day, names};
use crate::arguments::ShowArguments;
use crate::session::{Failure, Session};
use crate::tables::shorten;

/// Longest words of the source that are shown.
const LONGEST: usize = 120;

pub(crate) fn explain(session: &mut Session, arguments: ShowArguments) -> Result<String, Failure> {
    let request = IdRequest { id: arguments.id };
    Ok(session.read::<TaskDetail>("get_task", &request, arguments.reading)?.text(|detail| lay_out(&detail)))
}

/// Roles with those who have them.
fn people(detail: &TaskDetail) -> String {
    let PeopleInfo { leader, responsible, contact } = &detail.people;
    let roles = [("分管领导", leader), ("责任人", responsible), ("联系人", contact)];
    let named = roles.iter().filter(|(_, names)| !names.is_empty());
    named.map(|(role, names)| format!("{role} {}", names.join("、"))).collect::<Vec<_>>().join("；")
}

fn lay_out(detail: &TaskDetail) -> String {
    let task = &detail.task;
    let file = detail.source_file.as_deref().unwrap_or_default();
    let due = match (&task.deadline_raw, task.due) {
        (Some(raw), Some(due)) => format!("{due}（“{raw}”）"),
        (Some(raw), None) => format!("“{raw}”"),
        (None, due) => day(due),
    };
    let fields = [
        ("title", "标题", task.title.clone().unwrap_or_default()),
        ("text", "内容", shorten(&task.text, LONGEST)),
        ("leads", "牵头单位", names(&task.leads)),
        ("co_units", "配合单位", names(&task.co_units)),
        ("deadline", "完成时限", due),
        ("people", "责任人", people(detail)),
        ("class", "类别", class_word(&detail.class).to_owned()),
        ("extent", "起止", format!("第 {}–{} 行", detail.first_line, detail.last_line)),
    ];
    // What only something that was read has, nothing has that was entered by hand.
    let is_read = |code: &str| detail.source_file.is_some() || !["class", "extent"].contains(&code);
    let mut text = format!("{}　{}\n", task.number, task.comes_from).trim_start().to_owned();
    for (code, name, value) in fields.into_iter().filter(|(code, ..)| is_read(code)) {
        let value = if value.is_empty() { "未写明".to_owned() } else { value };
        text.push_str(&format!("\n{name}：{value}\n"));
        if code == "deadline" && !detail.milestones.is_empty() {
            text.push_str(&format!("  各阶段　{}\n", stages(detail)));
        }
        for corrected in detail.corrections.iter().filter(|corrected| corrected.field == code) {
            let (words, actor, day) = (
                shorten(&corrected.read_words, LONGEST),
                &corrected.actor,
                corrected.at.with_timezone(&Local).date_naive(),
            );
            text.push_str(&format!("  原读作　{words}（{day} {actor}更正）\n"));
        }
        for origin in detail.provenance.iter().filter(|origin| origin.field == code) {
            text.push_str(&format!("  依据　{}\n", origin.rule_words));
            text.push_str(&format!("  原文　{file} 第 {} 行", origin.line));
            text.push_str(&origin.characters.as_ref().map(characters).unwrap_or_default());
            if !origin.words.is_empty() {
                text.push_str(&format!("：“{}”", shorten(&origin.words, LONGEST)));
            }
            text.push('\n');
        }
        for doubt in detail.doubts.iter().filter(|doubt| doubt.field == code) {
            let state = doubt_state_word(&doubt.state);
            text.push_str(&format!("  存疑·{state}　{}（“{}”）", doubt.alternative, doubt.words));
            if let Some(line) = doubt.line {
                let characters = doubt.characters.as_ref().map(characters).unwrap_or_default();
                text.push_str(&format!("　{file} 第 {line} 行{characters}"));
            }
            text.push('\n');
        }
    }
    text
}

/// Which characters of the line, counted from 1 as a person counts.
fn characters(range: &CharacterRange) -> String {
    if range.line == range.last_line {
        format!("第 {}–{} 字", range.from + 1, range.to)
    } else {
        format!("第 {} 字至第 {} 行第 {} 字", range.from + 1, range.last_line, range.to)
    }
}

fn class_word(class: &str) -> &str {
    match class {
        "measure" => "举措",
        "safeguard" => "保障措施",
        "embedded" => "文中要求",
        other => other,
    }
}
