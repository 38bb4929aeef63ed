//! `duban backup`, `duban backups`, `duban restore`: copies of the register, made, listed and put back.
//!
//! They also work on a register that cannot be opened, which is when they are needed most.

use std::path::Path;
use std::process::ExitCode;

use chrono::{DateTime, Days, Local, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use commands::wire::{
    BackUpRequest, BackedUp, BackupList, BackupQuery, BackupReason, BackupRow, BackupRule, ExportAllRequest,
    ExportedAll, OperationCount, RestorePreview, RestoreReport, RestoreRequest, RestoreSource,
};
use commands::{Envelope, PathAccess, RecoveryCaller};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::arguments::{
    BackupArguments, BackupsArguments, ExportAllArguments, ImportAllArguments, Register, RestoreArguments,
};
use crate::output;
use crate::session::{ACTOR, Failure, Need, Session, folder, json_text};
use crate::tables::{Column, local, table};
use crate::terminal::{agreed, complain, print};

/// Makes a backup.
pub(crate) fn back_up(session: &mut Session, arguments: &BackupArguments) -> Result<String, Failure> {
    if let Some(place) = &arguments.to {
        output::may_replace_copy(place, arguments.yes)?;
    }
    let to = arguments.to.as_ref().map(|path| path.to_string_lossy().into_owned());
    let value = session.ask("back_up", &BackUpRequest { to }, None, &|_| {})?;
    if arguments.json {
        return Ok(json_text(&value));
    }
    let BackedUp { file, size, removed } = serde_json::from_value(value)?;
    let gone = if removed == 0 { String::new() } else { format!("按保留规则删去旧备份 {removed} 份。\n") };
    Ok(format!("已备份并核验：{file}（{}）\n{gone}", megabytes(size)))
}

/// Lists the backups, or sets how long they stay.
pub(crate) fn backups(register: &Register, arguments: &BackupsArguments) -> Result<ExitCode, Failure> {
    let query = BackupQuery { verify: arguments.verify };
    let need = if arguments.keep.is_empty() { Need::Register } else { Need::Changing };
    let value = match Session::open(register, need) {
        Ok(mut session) => {
            if let [days, weeks, months] = arguments.keep[..] {
                session.ask("set_backup_rule", &BackupRule { days, weeks, months }, None, &|_| {})?;
            }
            session.ask("list_backups", &query, None, &|_| {})?
        }
        Err(Failure::Store(error)) if arguments.keep.is_empty() => {
            complain(&Failure::Store(error).to_string());
            ask_without_register(register, "list_backups", &query)?
        }
        Err(failure) => return Err(failure),
    };
    let list: BackupList = serde_json::from_value(value.clone())?;
    print(&if arguments.json { json_text(&value) } else { listed(&list) })?;
    let whole = list.backups.iter().all(|backup| backup.fault.is_none());
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn listed(list: &BackupList) -> String {
    let columns = [
        Column::Words("时间"),
        Column::Words("缘由"),
        Column::Figures("大小"),
        Column::Figures("文件"),
        Column::Figures("事项"),
        Column::Words("最后一次操作"),
        Column::Words("核验"),
        Column::Words("名称"),
    ];
    let number = |count: Option<u32>| count.map_or_else(|| "–".to_owned(), |count| count.to_string());
    let rows = list.backups.iter().map(|backup| {
        let last = backup.last.as_ref().map_or_else(
            || if backup.is_older { "（旧版程序）".to_owned() } else { String::new() },
            |last| format!("{} {}", local(&last.at), last.label),
        );
        vec![
            local(&backup.made_at),
            reason(backup.reason).to_owned(),
            megabytes(backup.size),
            number(backup.notices),
            number(backup.tasks),
            last,
            backup.fault.clone().unwrap_or_else(|| "完好".to_owned()),
            backup.name.clone(),
        ]
    });
    let BackupRule { days, weeks, months } = list.rule;
    let rule = format!(
        "保留：{days} 天内全部，之后每周一份共 {weeks} 周，再之后每月一份到 {months} 个月；手动备份不自动删除。\n"
    );
    format!("{}{rule}备份在：{}\n", table(&columns, rows.collect(), "还没有备份。"), list.folder)
}

/// Restores, after saying what would be lost and being told to.
pub(crate) fn restore(register: &Register, arguments: &RestoreArguments) -> Result<ExitCode, Failure> {
    let Some(from) = arguments.from.as_deref() else {
        let list = BackupsArguments { verify: false, keep: Vec::new(), json: arguments.json };
        return backups(register, &list);
    };
    let mut desk = Desk::open(register)?;
    let source = source(from, &desk.list()?)?;
    let preview = desk.preview(&source)?;
    if !arguments.yes {
        let shown = if arguments.json { json_text(&serde_json::to_value(&preview)?) } else { told(&preview) };
        print(&shown)?;
        if arguments.json || !agreed("恢复吗？")? {
            complain("没有恢复，台账未作改动。确定恢复请加 --yes。");
            return Ok(if arguments.json { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
    }
    let report = desk.restore(source)?;
    let kept = report.kept.as_ref().map_or_else(String::new, |kept| format!("原来的台账保留在：{kept}\n"));
    print(&if arguments.json {
        json_text(&serde_json::to_value(&report)?)
    } else {
        format!("{}已恢复。\n{kept}", told(&report.changes))
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Writes everything into an archive.
pub(crate) fn export_all(session: &mut Session, arguments: &ExportAllArguments) -> Result<String, Failure> {
    output::may_replace(&arguments.file, arguments.yes)?;
    let to = arguments.file.to_string_lossy().into_owned();
    let value = ask(session, "export_all", &ExportAllRequest { to })?;
    if arguments.json {
        return Ok(json_text(&value));
    }
    let ExportedAll { size, originals } = serde_json::from_value(value)?;
    let file = arguments.file.display();
    Ok(format!("已导出全部内容：{file}（{}，原文件 {originals} 个）\n", megabytes(size)))
}

/// Makes a register of an archive.
pub(crate) fn import_all(register: &Register, arguments: &ImportAllArguments) -> Result<ExitCode, Failure> {
    let folder = folder(register)?;
    let made = commands::unpack_all(&folder, &arguments.file, ACTOR, Utc::now()).map_err(Failure::Refused)?;
    let (notices, tasks) = (made.facts.notices.unwrap_or_default(), made.facts.tasks.unwrap_or_default());
    let originals = made.originals;
    print(&if arguments.json {
        json_text(&serde_json::json!({ "notices": notices, "tasks": tasks, "originals": originals }))
    } else {
        let folder = folder.display();
        format!("已在“{folder}”建成台账并核验：文件 {notices} 份，督办事项 {tasks} 条，原文件 {originals} 个。\n")
    })?;
    Ok(ExitCode::SUCCESS)
}

/// A register that can be opened, or one that cannot.
enum Desk<'a> {
    Open(Box<Session>),
    Unreadable(&'a Register),
}

impl<'a> Desk<'a> {
    fn open(register: &'a Register) -> Result<Self, Failure> {
        match Session::open(register, Need::Register) {
            Ok(session) => Ok(Self::Open(Box::new(session))),
            Err(Failure::Store(error)) if error.is_about_content() => {
                complain(&Failure::Store(error).to_string());
                Ok(Self::Unreadable(register))
            }
            Err(failure) => Err(failure),
        }
    }

    fn list(&mut self) -> Result<Vec<BackupRow>, Failure> {
        let list: BackupList = self.ask("list_backups", &BackupQuery::default())?;
        Ok(list.backups)
    }

    fn preview(&mut self, source: &RestoreSource) -> Result<RestorePreview, Failure> {
        self.ask("preview_restore", &RestoreRequest { source: source.clone() })
    }

    fn restore(&mut self, source: RestoreSource) -> Result<RestoreReport, Failure> {
        self.ask("restore", &RestoreRequest { source })
    }

    fn ask<Answer: DeserializeOwned>(&mut self, name: &str, request: &impl Serialize) -> Result<Answer, Failure> {
        let answer = match self {
            Self::Open(session) => session.ask(name, request, None, &|_| {})?,
            Self::Unreadable(register) => ask_without_register(register, name, request)?,
        };
        Ok(serde_json::from_value(answer)?)
    }
}

/// Gives a command about a register that cannot be opened.
fn ask_without_register(register: &Register, name: &str, request: &impl Serialize) -> Result<Value, Failure> {
    let caller = RecoveryCaller {
        folder: &folder(register)?,
        now: Local::now().fixed_offset(),
        actor: ACTOR,
        paths: PathAccess::Full,
        progress: &|_| {},
    };
    let envelope = Envelope { as_of: None, args: serde_json::to_value(request)? };
    let answer = commands::dispatch_without_register(&caller, name, envelope).map_err(Failure::Refused)?;
    Ok(answer.unwrap_or_default())
}

fn ask(session: &mut Session, name: &str, request: &impl Serialize) -> Result<Value, Failure> {
    session.ask(name, request, None, &|_| {})
}

/// What a person meant: a file, the name of a backup, or a time, for the newest backup that is not later.
fn source(from: &Path, backups: &[BackupRow]) -> Result<RestoreSource, Failure> {
    let text = from.to_string_lossy();
    if backups.iter().any(|backup| backup.name == text) {
        return Ok(RestoreSource::Backup(text.into_owned()));
    }
    if from.exists() {
        return Ok(RestoreSource::Path(text.into_owned()));
    }
    let Some(until) = end_of(&text) else { return Err(Failure::NoSuchBackup(text.into_owned())) };
    let made = |backup: &BackupRow| DateTime::parse_from_rfc3339(&backup.made_at).is_ok_and(|at| at < until);
    let fits = |backup: &&BackupRow| backup.fault.is_none() && made(backup);
    // What was put aside for a backup is not what somebody who names no time wants back.
    let is_wanted = |backup: &&BackupRow| !is_latest(&text) || backup.reason != BackupReason::Restore;
    let mut fitting = backups.iter().filter(fits);
    match fitting.clone().find(is_wanted).or_else(|| fitting.next()) {
        Some(backup) => Ok(RestoreSource::Backup(backup.name.clone())),
        None => Err(Failure::NoSuchBackup(text.into_owned())),
    }
}

fn is_latest(text: &str) -> bool {
    text == "latest" || text == "最近"
}

/// The moment after a day, a minute or a second written as here: 2026-11-21, 2026-11-21 08:30, with seconds; or now.
fn end_of(text: &str) -> Option<DateTime<Local>> {
    if is_latest(text) {
        return Local::now().checked_add_days(Days::new(1));
    }
    let clock = |format: &str, seconds: i64| {
        let time = NaiveDateTime::parse_from_str(text, format).ok()?;
        time.checked_add_signed(chrono::TimeDelta::seconds(seconds))
    };
    let day = || Some(text.parse::<NaiveDate>().ok()?.succ_opt()?.and_time(NaiveTime::MIN));
    let time = day().or_else(|| clock("%Y-%m-%d %H:%M", 60)).or_else(|| clock("%Y-%m-%d %H:%M:%S", 1))?;
    time.and_local_timezone(Local).latest()
}

/// What a restore would change, in words.
fn told(preview: &RestorePreview) -> String {
    let mut text = String::new();
    if preview.is_older {
        text.push_str("这份备份由旧版程序写成，恢复时会升级。\n");
    }
    if let Some(last) = &preview.last {
        text.push_str(&format!("恢复到：{} {} {}\n", local(&last.at), last.label, last.summary));
    }
    let now = |count: Option<u32>| count.map_or_else(|| "读不出".to_owned(), |count| count.to_string());
    text.push_str(&format!(
        "文件 {} → {} 份，督办事项 {} → {} 条\n",
        now(preview.notices_now),
        preview.notices_then,
        now(preview.tasks_now),
        preview.tasks_then
    ));
    if preview.is_unreadable {
        text.push_str("现在没有能读出来的台账，无法说明会失去哪些操作；原来的文件如果还在，会原样保留。\n");
    } else if preview.lost.is_empty() {
        text.push_str("不会失去任何操作。\n");
    } else {
        text.push_str(&format!("会失去备份之后的操作：{}\n", kinds(&preview.lost)));
        for entry in &preview.lost_entries {
            text.push_str(&format!("  {} {} {}\n", local(&entry.at), entry.label, entry.summary));
        }
    }
    if !preview.regained.is_empty() {
        text.push_str(&format!("会找回现在没有的操作：{}\n", kinds(&preview.regained)));
    }
    text
}

fn kinds(counts: &[OperationCount]) -> String {
    let words: Vec<String> = counts.iter().map(|kind| format!("{} {} 次", kind.label, kind.count)).collect();
    words.join("，")
}

fn reason(reason: BackupReason) -> &'static str {
    match reason {
        BackupReason::Person => "手动",
        BackupReason::Daily => "每日",
        BackupReason::Import => "导入前",
        BackupReason::Migration => "升级前",
        BackupReason::Restore => "恢复前",
        BackupReason::Purge => "清除后",
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(name: &str, made_at: &str, reason: BackupReason) -> BackupRow {
        BackupRow {
            name: name.to_owned(),
            made_at: made_at.to_owned(),
            reason,
            size: 0,
            tasks: None,
            notices: None,
            last: None,
            is_older: false,
            verified: true,
            fault: None,
        }
    }

    #[test]
    fn the_latest_backup_is_none_that_was_put_aside_for_another_unless_there_is_no_other() {
        let aside = made("aside", "2026-11-20T09:03:00Z", BackupReason::Restore);
        let damaged = BackupRow {
            fault: Some("damaged".to_owned()),
            ..made("damaged", "2026-11-20T09:02:00Z", BackupReason::Person)
        };
        let good = made("good", "2026-11-20T09:00:00Z", BackupReason::Person);
        let check = |from: &str, backups: &[BackupRow], expected: &str| {
            let source = source(Path::new(from), backups).unwrap();
            assert!(matches!(&source, RestoreSource::Backup(name) if name == expected), "{from}: {source:?}");
        };
        let all = [aside.clone(), damaged, good];
        check("latest", &all, "good");
        check("最近", &all, "good");
        check("2026-11-21", &all, "aside");
        check("aside", &all, "aside");
        check("latest", &[aside], "aside");
    }
}
