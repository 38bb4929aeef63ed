//! Plain text: every line an entry, nothing stripped from the words; tables drawn with characters become rows.

use domain::source::{Line, LineBreaks, LineContent, SourceText};

use crate::blank::trim;
use crate::front_matter::FrontMatter;
use crate::page_mark;
use crate::plain_table;
use crate::source_lines::SourceLines;

/// Reads the lines of a plain text behind its front matter.
pub(crate) fn read(lines: &SourceLines<'_>, front: FrontMatter) -> SourceText {
    read_with(lines, front, str::to_owned)
}

/// Reads lines, passing the words of each through `clean`.
pub(crate) fn read_with(lines: &SourceLines<'_>, front: FrontMatter, clean: impl Fn(&str) -> String) -> SourceText {
    let parts = lines.parts();
    let mut tables = plain_table::find(parts, front.parts).into_iter().peekable();
    let mut page = None;
    let mut read = Vec::with_capacity(parts.len());
    let mut index = 0;
    let mut table_number = 0;
    while let Some(part) = parts.get(index) {
        if let Some(table) = tables.next_if(|table| table.lines.start == index) {
            let mut rows = table.rows.iter().peekable();
            for (at, part) in parts.iter().enumerate().take(table.lines.end).skip(index) {
                let content = match rows.next_if(|row| row.line == at) {
                    Some(row) => {
                        let cells = row.cells.iter().map(|cell| clean(cell)).collect();
                        LineContent::Row { table: table_number, cells }
                    }
                    None if trim(part.text).is_empty() => LineContent::Blank,
                    None => LineContent::Markup,
                };
                read.push(Line { number: part.number, page, content });
            }
            index = table.lines.end;
            table_number += 1;
            continue;
        }
        let content = if index < front.parts {
            LineContent::FrontMatter
        } else if let Some(marked) = page_mark::read(part.text) {
            page = Some(marked);
            LineContent::PageMark
        } else {
            let text = trim(part.text);
            if text.is_empty() {
                LineContent::Blank
            } else {
                match clean(text) {
                    cleaned if trim(&cleaned).is_empty() => LineContent::Markup,
                    cleaned => LineContent::Text(cleaned),
                }
            }
        };
        read.push(Line { number: part.number, page, content });
        index += 1;
    }
    SourceText { lines: read, breaks: LineBreaks::Unknown, front_matter: front.fields }
}
