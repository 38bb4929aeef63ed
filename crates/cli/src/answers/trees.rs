//! Files as the rules see them.

use std::process::ExitCode;

use commands::wire::{FileTree, ReadRequest, TreeBlock, TreeBlockKind, TreeCell};

use crate::arguments::ReadArguments;
use crate::session::{Failure, Session, json_text};
use crate::sources::sources;
use crate::terminal::{complain, print};

/// Prints the trees; fails when a file could not be read, after all others are told.
pub(crate) fn read(session: &mut Session, arguments: &ReadArguments) -> Result<ExitCode, Failure> {
    let request = ReadRequest { sources: sources(&arguments.files) };
    let answer = session.ask("read_files", &request, None, &|_| {})?;
    let files: Vec<FileTree> = serde_json::from_value(answer.clone())?;
    if arguments.json {
        print(&json_text(&answer))?;
    } else {
        let read = files.iter().filter(|file| file.error.is_none());
        print(&read.map(lay_out).collect::<Vec<_>>().join("\n"))?;
    }
    let failed: Vec<&str> = files.iter().filter_map(|file| file.error.as_deref()).collect();
    failed.iter().for_each(|sentence| complain(sentence));
    Ok(if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn lay_out(file: &FileTree) -> String {
    let mut text = format!("{}：{} 块\n", file.file, file.blocks.len());
    for field in &file.front_matter {
        text.push_str(&format!("         {}：{}\n", field.key, field.value));
    }
    file.blocks.iter().for_each(|block| text.push_str(&one_block(block)));
    text
}

fn one_block(block: &TreeBlock) -> String {
    let place = match block.page {
        Some(page) => format!("{:>7} p{page}", block.line),
        None => format!("{:>7}", block.line),
    };
    match block.kind {
        TreeBlockKind::Paragraph => {
            let level = block.level.map_or(String::new(), |level| format!("h{level} "));
            let style = if block.style.is_empty() { String::new() } else { format!("[{}] ", block.style.join(" ")) };
            format!("{place}  {level}{style}{}\n", block.text)
        }
        TreeBlockKind::Table => {
            let mut text = format!("{place}  表 {} 行\n", block.rows.len());
            for row in &block.rows {
                let cells: Vec<String> = row.cells.iter().map(one_cell).collect();
                text.push_str(&format!("{:>7}  │ {}\n", row.line, cells.join(" │ ")));
            }
            text
        }
        TreeBlockKind::PageBreak => format!("{place}  ── 换页\n"),
        TreeBlockKind::Furniture => format!("{place}  （标记）\n"),
        TreeBlockKind::FrontMatter => format!("{place}  （页首信息）\n"),
        TreeBlockKind::Blank => String::new(),
    }
}

fn one_cell(cell: &TreeCell) -> String {
    let spans = if cell.columns * cell.rows > 1 { format!("[{}×{}]", cell.columns, cell.rows) } else { String::new() };
    let heading = if cell.is_header { "*" } else { "" };
    format!("{heading}{spans}{}", cell.text.replace('\n', "⏎"))
}
