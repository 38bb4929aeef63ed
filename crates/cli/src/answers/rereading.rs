//! Reading files again.

use std::process::ExitCode;

use commands::wire::{
    Nothing, OutdatedReadings, RereadField, RereadFile, RereadKind, RereadNotice, RereadReport, RereadRequest, Stays,
    field_word,
};

use crate::arguments::RereadArguments;
use crate::session::{Failure, Session, json_text};
use crate::tables::{Column, shorten, table};
use crate::terminal::{complain, print};

/// Longest words that are shown.
const LONGEST: usize = 80;

pub(crate) fn reread(session: &mut Session, arguments: RereadArguments) -> Result<ExitCode, Failure> {
    if arguments.list {
        print(&list(session, arguments.json)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let request = RereadRequest { ids: arguments.ids, all: arguments.all, rehearse: arguments.rehearse };
    let value = session.ask("reread", &request, None, &|_| {})?;
    let report: RereadReport = serde_json::from_value(value.clone())?;
    if arguments.json {
        print(&json_text(&value))?;
    } else {
        print(&lay_out(&report, arguments.rehearse))?;
    }
    let failed: Vec<&str> = report.files.iter().filter_map(|file| file.error.as_deref()).collect();
    for sentence in report.warning.iter().map(String::as_str).chain(failed.iter().copied()) {
        complain(sentence);
    }
    Ok(if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn list(session: &mut Session, json: bool) -> Result<String, Failure> {
    let value = session.ask("outdated_readings", &Nothing {}, None, &|_| {})?;
    if json {
        return Ok(json_text(&value));
    }
    let outdated: OutdatedReadings = serde_json::from_value(value)?;
    let columns = [Column::Words("编号"), Column::Words("识读版本"), Column::Figures("文件"), Column::Words("原文件")];
    let rows = outdated.files.into_iter();
    let rows = rows.map(|file| vec![file.id, file.reader, file.notices.to_string(), shorten(&file.file, LONGEST)]);
    let none = format!("所有文件都由现在的规则（第 {} 版）识读。", outdated.reader);
    Ok(table(&columns, rows.collect(), &none))
}

fn lay_out(report: &RereadReport, rehearsed: bool) -> String {
    if report.files.is_empty() {
        return "所有文件都由现在的规则识读，没有要重新识读的。\n".to_owned();
    }
    let mut text: String = report.files.iter().filter(|file| file.error.is_none()).map(of_file).collect();
    let changed = report.files.iter().any(|file| !file.new_notices.is_empty() || file.notices.iter().any(is_changed));
    text.push_str(if rehearsed {
        "以上只是预演，没有写入台账。\n"
    } else if !changed {
        // Undo would take back what was done before.
        "读出的内容没有变化，没有要撤销的。\n"
    } else {
        "已采用新的识读；事项的进展和更正都已保留，可用 duban undo 撤销。\n"
    });
    text
}

fn of_file(file: &RereadFile) -> String {
    let mut text = match file.notices.len() {
        0 | 1 => format!("{}（整份重读）\n", file.file),
        several => format!("{}（整份重读，连同其中全部 {several} 份文件）\n", file.file),
    };
    for notice in &file.notices {
        text.push_str(&of_notice(notice));
    }
    for title in &file.new_notices {
        text.push_str(&format!("  新读出一份文件：《{title}》，待确认\n"));
    }
    text
}

fn is_changed(notice: &RereadNotice) -> bool {
    !notice.measures.is_empty() || !notice.facts.is_empty()
}

fn of_notice(notice: &RereadNotice) -> String {
    let mut text = format!("  《{}》：", shorten(&notice.title, LONGEST));
    if let Some(why) = &notice.left_alone {
        return format!("{text}{why}\n");
    }
    if !is_changed(notice) {
        return format!("{text}没有变化\n");
    }
    let RereadNotice { same, added, changed, gone, tasks_added, doubts_before, doubts_after, .. } = notice;
    text.push_str(&format!(
        "不变 {same} 条，变动 {changed} 条，新增 {added} 条（转为事项 {tasks_added} 条），不再读出 {gone} 条；待核对疑点 {doubts_before} → {doubts_after} 处\n"
    ));
    for fact in &notice.facts {
        text.push_str(&format!("    {}\n", field_line(fact)));
    }
    for measure in &notice.measures {
        let kind = match measure.kind {
            RereadKind::Added => "新增",
            RereadKind::Changed => "变动",
            RereadKind::Gone => "不再读出",
            RereadKind::Kept => "不再读出，事项和更正保留，已标记",
        };
        text.push_str(&format!("    [{kind}] {} {}\n", measure.number, shorten(&measure.text, LONGEST)));
        for field in &measure.fields {
            text.push_str(&format!("      {}\n", field_line(field)));
        }
    }
    text
}

fn field_line(field: &RereadField) -> String {
    let stays = match field.stays {
        Some(Stays::Corrected) => "（已人工更正，保留更正）",
        Some(Stays::OnTask) => "（事项另有改动，保留改动）",
        None => "",
    };
    let (before, after) = (shorten(&field.before, LONGEST), shorten(&field.after, LONGEST));
    format!("{}：{before} → {after}{stays}", field_word(&field.field))
}
