//! Journal, undo, integrity.

use chrono::{DateTime, Local};
use commands::wire::{CheckReport, HistoryRequest, JournalEntry, Nothing, UndoRequest};

use crate::arguments::{HistoryArguments, Reading, UndoArguments};
use crate::session::{Answered, Failure, Session, json_text};
use crate::tables::{Column, table};

pub(crate) fn history(session: &mut Session, arguments: &HistoryArguments) -> Result<String, Failure> {
    let request = HistoryRequest { limit: arguments.limit, ..HistoryRequest::default() };
    let answer = session.read::<Vec<JournalEntry>>("history", &request, arguments.reading)?;
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

/// The clock of this place to the second; the journal keeps UTC.
fn local(at: &str) -> String {
    DateTime::parse_from_rfc3339(at)
        .map_or_else(|_| at.to_owned(), |at| at.with_timezone(&Local).format("%Y-%m-%d %H:%M:%S").to_string())
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
pub(crate) fn check(session: &mut Session, reading: Reading) -> Result<(String, bool), Failure> {
    let value = session.ask("check_store", &Nothing {}, reading.as_of, &|_| {})?;
    let report: CheckReport = serde_json::from_value(value.clone())?;
    let answer = if reading.json { Answered::Json(json_text(&value)) } else { Answered::Typed(&report) };
    let text = answer.text(|report| {
        let mut text: String = (report.checks.iter())
            .map(|check| format!("{} {}：{}\n", if check.ok { "✓" } else { "✗" }, check.name, check.detail))
            .collect();
        text.push_str(if report.ok {
            "台账完好。\n"
        } else {
            "台账有问题，请先备份文件夹，再联系维护人员。\n"
        });
        text
    });
    Ok((text, report.ok))
}
