//! `duban import`: a progress bar on a terminal, then a summary per file.

use std::process::ExitCode;

use commands::wire::{
    ClaimInfo, FileOutcome, ImportReport, ImportRequest, Progress, SampleCode, SampleRequest, VersionMet,
};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use crate::answers;
use crate::arguments::{ImportArguments, Reading, SampleArguments};
use crate::session::{Failure, Session, json_text};
use crate::sources::sources;
use crate::terminal::{complain, harmless, print};

/// Imports; fails when a file failed, after all others are in.
pub(crate) fn run(session: &mut Session, arguments: &ImportArguments) -> Result<ExitCode, Failure> {
    let request =
        ImportRequest { sources: sources(&arguments.files), confirm: arguments.yes, rehearse: arguments.rehearse };
    let reading = Reading { json: arguments.json, as_of: None };
    give(session, "import", &request, reading, arguments.yes, &|report| {
        closing_line(report, arguments.yes, arguments.rehearse)
    })
}

/// Loads the sample, confirmed at once.
pub(crate) fn load_sample(session: &mut Session, arguments: &SampleArguments) -> Result<ExitCode, Failure> {
    let which = if arguments.provinces { SampleCode::Provinces } else { SampleCode::Office };
    give(session, "load_sample", &SampleRequest { which }, arguments.reading, true, &|report| {
        closing_line(report, true, false)
    })
}

fn give(
    session: &mut Session,
    name: &str,
    request: &impl Serialize,
    reading: Reading,
    confirmed: bool,
    closing: &dyn Fn(&ImportReport) -> String,
) -> Result<ExitCode, Failure> {
    let bar = ProgressBar::new(0); // indicatif draws on standard error, and only on a terminal
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
        bar.set_style(style);
    }
    let answer = session.ask(name, request, reading.as_of, &|progress| show(&bar, progress));
    bar.finish_and_clear();
    let answer = answer?;
    let report: ImportReport = serde_json::from_value(answer.clone())?;
    if reading.json {
        print(&json_text(&answer))?;
    } else {
        let read = report.files.iter().filter(|file| file.error.is_none());
        let mut text: String = read.map(|file| summary(file, confirmed)).collect();
        text.push_str(&closing(&report));
        print(&text)?;
    }
    let failed: Vec<&FileOutcome> = report.files.iter().filter(|file| file.error.is_some()).collect();
    for file in &failed {
        complain(file.error.as_deref().unwrap_or_default()); // names the file itself
    }
    Ok(if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The message names a file, and a file's name can hold anything.
fn show(bar: &ProgressBar, progress: &Progress) {
    bar.set_length(progress.total.into());
    bar.set_position(progress.done.into());
    bar.set_message(harmless(&progress.message).into_owned());
}

fn summary(file: &FileOutcome, confirmed: bool) -> String {
    if file.known {
        let advice: String = file.warnings.iter().map(|warning| format!("  {warning}\n")).collect();
        return format!("{}：以前导入过，没有新增。\n{advice}", file.file);
    }
    let mut text: String = file.warnings.iter().map(|warning| format!("注意：{warning}\n")).collect();
    text.push_str(&format!(
        "{}：文件 {} 份（新增 {}，重复 {}），举措 {} 条，督办事项 {} 条，疑点 {} 处\n",
        file.file, file.documents, file.new_documents, file.duplicates, file.measures, file.tasks, file.doubts
    ));
    let apart = file.measures.saturating_sub(file.tasks);
    if confirmed && apart > 0 {
        text.push_str(&format!("  其余 {apart} 条与已有文件的举措相同，不重复立项\n"));
    } else if apart > 0 {
        text.push_str(&format!("  {apart} 条举措待确认，确认后转为督办事项\n"));
    }
    text.push_str(&order_nothing(&file.order_nothing));
    if file.not_understood > 0 {
        text.push_str(&format!(
            "  有 {} 行没有读懂：用 duban account 列出，或在窗口的原文中查看\n",
            file.not_understood
        ));
    }
    for sentence in file.claims.chunk_by(|one, next| one.raw == next.raw) {
        text.push_str(&claims_line(sentence));
    }
    for met in &file.versions {
        text.push_str(&version_line(met));
    }
    text
}

/// What was taken for a kind that orders nothing; of a compilation the first few.
fn order_nothing(sentences: &[String]) -> String {
    const SHOWN: usize = 3;
    let mut text: String = sentences.iter().take(SHOWN).map(|sentence| format!("  {sentence}\n")).collect();
    if sentences.len() > SHOWN {
        text.push_str(&format!(
            "  另有 {} 份文件也没有要交办的事项，可用 duban show 查看原因\n",
            sentences.len() - SHOWN
        ));
    }
    text
}

fn version_line(met: &VersionMet) -> String {
    let (kind, changes) = (answers::kind_word(met.kind), answers::counts_words(&met.counts));
    let (new, known) = (&met.title, &met.known_title);
    let said = if met.is_newer {
        format!("《{new}》是《{known}》的新版（{kind}）")
    } else {
        format!("《{new}》是旧版，库中已有新版《{known}》（{kind}）")
    };
    format!("  {said}：{changes}。对照：duban versions {}\n", if met.is_newer { &met.notice } else { &met.known })
}

/// One sentence of a notice may count several things: “共10个方面101项344条”.
fn claims_line(sentence: &[ClaimInfo]) -> String {
    let Some(first) = sentence.first() else { return String::new() };
    let found: Vec<String> = sentence.iter().map(|claim| claim.found.to_string()).collect();
    let met = sentence.iter().all(|claim| claim.claimed == claim.found);
    let verdict = if met { "相符" } else { "不符，请核对" };
    format!("  文中自称“{}”：读出 {}，{verdict}\n", first.raw, found.join("、"))
}

fn closing_line(report: &ImportReport, confirmed: bool, rehearsed: bool) -> String {
    let measures: u32 = report.files.iter().map(|file| file.measures).sum();
    match () {
        () if rehearsed => "以上只是预演，没有写入台账。\n".to_owned(),
        () if !confirmed && measures > 0 => {
            "举措还没有转为督办事项：请在窗口中核对后确认，或用 duban confirm 确认。\n".to_owned()
        }
        () => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_gives_no_orders_to_the_terminal_while_it_is_read() {
        let bar = ProgressBar::hidden();
        show(&bar, &Progress { message: "正在读取 通知\u{1b}[2J.txt".to_owned(), done: 1, total: 3 });
        assert_eq!((bar.message().as_str(), bar.position()), ("正在读取 通知\u{fffd}[2J.txt", 1));
    }
}
