//! What the lines of files were read as.

use std::process::ExitCode;

use commands::wire::{AccountRequest, FileAccount, RoleShare};

use crate::arguments::AccountArguments;
use crate::session::{Failure, Session, json_text};
use crate::sources::sources;
use crate::tables::{Column, table};
use crate::terminal::{complain, print};

/// Prints the account; fails when a file could not be read, after all others are told.
pub(crate) fn account(session: &mut Session, arguments: &AccountArguments) -> Result<ExitCode, Failure> {
    let request = AccountRequest { sources: sources(&arguments.files) };
    let answer = session.ask("account_files", &request, None, &|_| {})?;
    let files: Vec<FileAccount> = serde_json::from_value(answer.clone())?;
    if arguments.json {
        print(&json_text(&answer))?;
    } else {
        let read = files.iter().filter(|file| file.error.is_none());
        print(&read.map(|file| lay_out(file, arguments.by_document)).collect::<Vec<_>>().join("\n"))?;
    }
    let failed: Vec<&str> = files.iter().filter_map(|file| file.error.as_deref()).collect();
    failed.iter().for_each(|sentence| complain(sentence));
    Ok(if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn lay_out(file: &FileAccount, by_document: bool) -> String {
    let mut text = format!("{}：{} 行，{} 份文件\n", file.file, file.lines, file.documents.len());
    text.push_str(&shares(&file.shares));
    if by_document {
        for document in &file.documents {
            text.push_str(&format!("\n第 {}–{} 行　{}\n", document.first_line, document.last_line, document.title));
            text.push_str(&shares(&document.shares));
        }
    }
    text.push_str(&reasons(file));
    if file.not_understood.is_empty() {
        text.push_str("没有读不懂的行。\n");
    } else {
        text.push_str(&format!("没有读懂的 {} 行：\n", file.not_understood.len()));
        for line in &file.not_understood {
            text.push_str(&format!("{:>7}  {}\n", line.number, line.text));
        }
    }
    text
}

/// Why lines order nothing, and which.
fn reasons(file: &FileAccount) -> String {
    let mut by_reason: Vec<(&str, Vec<u32>)> = Vec::new();
    for line in &file.background {
        match by_reason.iter_mut().find(|(why, _)| *why == line.why) {
            Some((_, numbers)) => numbers.push(line.number),
            None => by_reason.push((&line.why, vec![line.number])),
        }
    }
    if by_reason.is_empty() {
        return String::new();
    }
    let columns = [Column::Words("背景的理由"), Column::Figures("行"), Column::Words("行号")];
    let rows =
        by_reason.into_iter().map(|(why, numbers)| vec![why.to_owned(), numbers.len().to_string(), ranges(&numbers)]);
    table(&columns, rows.collect(), "")
}

/// Line numbers with runs drawn together: 3–5、9. Long lists are cut.
fn ranges(numbers: &[u32]) -> String {
    const MOST: usize = 8;
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for &number in numbers {
        match runs.last_mut().filter(|(_, last)| number <= *last + 1) {
            Some((_, last)) => *last = number,
            None => runs.push((number, number)),
        }
    }
    let shown = runs.iter().take(MOST);
    let shown = shown.map(|(first, last)| if first == last { first.to_string() } else { format!("{first}–{last}") });
    let words = shown.collect::<Vec<_>>().join("、");
    if runs.len() > MOST { format!("{words}…") } else { words }
}

fn shares(shares: &[RoleShare]) -> String {
    let all: u32 = shares.iter().map(|share| share.characters).sum();
    let columns = [Column::Words("读作"), Column::Figures("行"), Column::Figures("字"), Column::Figures("占比")];
    let rows = shares.iter().map(|share| {
        let part = f64::from(share.characters) / f64::from(all.max(1)) * 100.0;
        vec![word(&share.role).to_owned(), share.lines.to_string(), share.characters.to_string(), format!("{part:.1}%")]
    });
    table(&columns, rows.collect(), "没有内容。")
}

fn word(role: &str) -> &str {
    match role {
        "measure" => "举措",
        "heading" => "标题",
        "metadata" => "文件信息",
        "background" => "背景",
        "furniture" => "版面",
        "blank" => "空行",
        "not_understood" => "没有读懂",
        other => other,
    }
}
