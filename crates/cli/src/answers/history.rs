//! Journal, undo, integrity.

use commands::wire::{CheckReport, HistoryRequest, JournalEntry, Nothing, UndoRequest};

use crate::arguments::{CheckArguments, HistoryArguments, UndoArguments};
use crate::session::{Answered, Failure, Session, json_text};
use crate::tables::{Column, local, table};

pub(crate) fn history(session: &mut Session, arguments: &HistoryArguments) -> Result<String, Failure> {
    let HistoryArguments { label, words, from, to, after, limit, reading } = arguments.clone();
    let request = HistoryRequest { about: None, label, words, from, to, after, limit };
    let answer = session.read::<Vec<JournalEntry>>("history", &request, reading)?;
    Ok(answer.text(|entries| {
        let columns = [
            Column::Words("时间"),
            Column::Words("操作"),
            Column::Words("谁"),
            Column::Words("内容"),
            Column::Words("编号"),
        ];
        let rows = entries.into_iter().map(|entry| {
            let undone = if entry.undone { "（已撤销）" } else { "" };
            vec![local(&entry.at), format!("{}{undone}", entry.label), entry.actor, entry.summary, entry.id]
        });
        table(&columns, rows.collect(), "还没有操作记录。")
    }))
}

pub(crate) fn undo(session: &mut Session, UndoArguments { id, json }: UndoArguments) -> Result<String, Failure> {
    let value = session.ask("undo", &UndoRequest { id }, None, &|_| {})?;
    told("已撤销", value, json)
}

pub(crate) fn redo(session: &mut Session, json: bool) -> Result<String, Failure> {
    let value = session.ask("redo", &Nothing {}, None, &|_| {})?;
    told("已重做", value, json)
}

fn told(done: &str, value: serde_json::Value, json: bool) -> Result<String, Failure> {
    if json {
        return Ok(json_text(&value));
    }
    let entry: JournalEntry = serde_json::from_value(value)?;
    Ok(format!("{done}：{} {}\n", entry.label, entry.summary))
}

/// The text, and whether the register is whole.
pub(crate) fn check(session: &mut Session, arguments: &CheckArguments) -> Result<(String, bool), Failure> {
    let command = if arguments.mend { "mend_store" } else { "check_store" };
    let value = session.ask(command, &Nothing {}, arguments.reading.as_of, &|_| {})?;
    let report: CheckReport = serde_json::from_value(value.clone())?;
    let answer = if arguments.reading.json { Answered::Json(json_text(&value)) } else { Answered::Typed(&report) };
    let text = answer.text(|report| {
        let mut text: String = report.mended.iter().map(|done| format!("已修复：{done}。\n")).collect();
        let lines = (report.checks.iter())
            .map(|check| format!("{} {}：{}\n", if check.ok { "✓" } else { "✗" }, check.name, check.detail));
        text.extend(lines);
        text.push_str(if report.ok {
            "台账完好。\n"
        } else {
            "台账有问题：上面写明可修复的用 duban check --mend 修复，其余用 duban restore 从备份恢复。\n"
        });
        text
    });
    Ok((text, report.ok))
}
