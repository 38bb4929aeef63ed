//! Cells parted by tabs, as a spreadsheet puts them on the clipboard.

use super::{PlainRow, PlainTable, even_out};
use crate::blank::trim;
use crate::source_lines::Part;

/// A quoted cell may run over so many lines.
const LONGEST_CELL: usize = 200;

/// The table that begins at a line: at least two lines with cells, three columns, or three lines with two columns.
/// Not a table: paragraphs indented by a tab, and list labels parted from their text by one.
pub(super) fn read(parts: &[Part<'_>], start: usize) -> Option<PlainTable> {
    if filled(parts.get(start)?.text) < 2 {
        return None;
    }
    let mut rows = Vec::new();
    let mut at = start;
    let mut columns = 0;
    while let Some(part) = parts.get(at) {
        if !part.text.contains(['\t', '"']) {
            break;
        }
        let (text, end) = whole_row(parts, at);
        let count = text.split('\t').count();
        if filled(&text) < 2 && !(count == columns && count > 2 && filled(&text) == 1) {
            break;
        }
        let cells: Vec<String> = text.split('\t').map(unquote).collect();
        columns = columns.max(cells.len());
        rows.push(PlainRow { line: at, cells });
        at = end;
    }
    let labels = rows.iter().filter(|row| row.cells.first().is_some_and(|cell| is_label(cell))).count();
    let is_table = match columns {
        0 | 1 => false,
        2 => rows.len() >= 3 && labels * 2 < rows.len(),
        _ => rows.len() >= 2,
    };
    if !is_table {
        rows.clear();
    }
    even_out(&mut rows);
    Some(PlainTable { lines: start..at, rows })
}

/// The text of a row that may run over several lines inside quotes, and the line behind it.
fn whole_row(parts: &[Part<'_>], start: usize) -> (String, usize) {
    let first = parts.get(start).map_or("", |part| part.text);
    let mut text = first.to_owned();
    let mut end = start + 1;
    if !first.split('\t').any(|cell| cell.trim_start().starts_with('"')) {
        return (text, end);
    }
    while text.matches('"').count() % 2 == 1 {
        match parts.get(end) {
            Some(part) if end - start < LONGEST_CELL => {
                text.push('\n');
                text.push_str(part.text);
                end += 1;
            }
            // Never closed: an ordinary quotation mark.
            _ => return (first.to_owned(), start + 1),
        }
    }
    (text, end)
}

/// How many cells of a line hold words.
fn filled(line: &str) -> usize {
    if !line.contains('\t') {
        return 0;
    }
    line.split('\t').filter(|cell| !trim(cell).is_empty()).count()
}

/// A cell without blanks and the quotes of a spreadsheet.
fn unquote(cell: &str) -> String {
    let cell = trim(cell);
    match cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) => trim(&inner.replace("\"\"", "\"")).to_owned(),
        None => cell.to_owned(),
    }
}

/// Whether a cell is nothing but a list label: 一、 （二） 3. •
fn is_label(cell: &str) -> bool {
    let short = cell.chars().count() <= 6;
    short && (cell.ends_with(['、', '.', '．', ')', '）', '•', '·', '-', '●', '◆', '章', '条']) || cell.is_empty())
}
