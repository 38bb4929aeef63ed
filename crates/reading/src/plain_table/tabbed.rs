//! Cells parted by tabs, as a spreadsheet puts them on the clipboard.

use domain::tree::{Cell, Paragraph, Run, Table, TableRow};

use super::PlainTable;
use super::between;
use super::cells::{Cut, cut, row};
use crate::blank::trim;
use crate::places::runs_of_marked;
use crate::source_lines::Part;

/// A quoted cell may run over so many lines.
const LONGEST_CELL: usize = 200;

/// The table that begins at a line: at least two lines with cells, three columns, or three lines with two columns.
/// Not a table: paragraphs indented by a tab, and list labels parted from their text by one.
pub(super) fn read(parts: &[Part<'_>], start: usize) -> Option<PlainTable> {
    if filled(parts.get(start)?.text) < 2 {
        return None;
    }
    let mut table = Table::default();
    let mut at = start;
    let mut columns = 0;
    while let Some(part) = parts.get(at) {
        if !part.text.contains(['\t', '"']) {
            let tabs = |part: &Part<'_>| filled(part.text) >= 2;
            if let Some(heading) = between::heading(parts, at, columns, tabs).filter(|_| at > start) {
                table.rows.push(heading);
                at += 1;
                continue;
            }
            break;
        }
        let end = end_of_row(parts, at);
        let (mut found, mut end) = (cells_of(parts, at, end), end);
        if let Some(behind) = between::rest_of_row(&mut found, parts, end, columns, cells) {
            end = behind;
        }
        let filled = found.cells.iter().filter(|cell| !cell.is_empty()).count();
        let count = found.cells.len();
        if filled < 2 && !(count == columns && count > 2 && filled == 1) {
            break;
        }
        columns = columns.max(count);
        table.rows.push(unquoted(found));
        at = end;
    }
    let is_labelled = |row: &&TableRow| row.cells.first().is_some_and(|cell| is_label(&cell.text()));
    let labels = table.rows.iter().filter(is_labelled).count();
    let is_table = match columns {
        0 | 1 => false,
        2 => table.rows.len() >= 3 && labels * 2 < table.rows.len(),
        _ => table.rows.len() >= 2,
    };
    if !is_table {
        table.rows.clear();
    }
    Some(PlainTable { lines: start..at.max(start + 1), table })
}

/// The row on some lines.
fn cells_of(parts: &[Part<'_>], at: usize, end: usize) -> TableRow {
    match parts.get(at..end) {
        Some([part]) => row(&cut(part.text, part.column, |c, _| c == '\t'), part),
        quoted => quoted_row(quoted.unwrap_or_default()),
    }
}

/// The cells of a line; `None` when nothing parts them.
fn cells<'a>(part: &Part<'a>) -> Option<Vec<Cut<'a>>> {
    part.text.contains('\t').then(|| cut(part.text, part.column, |c, _| c == '\t'))
}

/// The line behind a row, which may run over several lines inside quotes.
fn end_of_row(parts: &[Part<'_>], start: usize) -> usize {
    let first = parts.get(start).map_or("", |part| part.text);
    if !first.split('\t').any(|cell| cell.trim_start().starts_with('"')) {
        return start + 1;
    }
    let quotes = |part: &Part<'_>| part.text.matches('"').count();
    let mut open = 0;
    for (at, part) in parts.iter().enumerate().skip(start).take(LONGEST_CELL) {
        open += quotes(part);
        if open % 2 == 0 {
            return at + 1;
        }
    }
    // Never closed: an ordinary quotation mark.
    start + 1
}

/// A row whose cells hold line breaks: each line of a cell is a paragraph of it.
fn quoted_row(parts: &[Part<'_>]) -> TableRow {
    let (line, last_line) = (parts.first().map_or(0, |part| part.number), parts.last().map_or(0, |part| part.number));
    let mut cells: Vec<Cell> = vec![Cell::at(0, Vec::new())];
    let mut inside = false;
    for part in parts {
        // A tab inside quotes belongs to the words.
        let cuts = cut(part.text, part.column, |c, _| {
            inside ^= c == '"';
            c == '\t' && !inside
        });
        for (at, found) in cuts.iter().enumerate() {
            if at > 0 {
                cells.push(Cell::at(cells.len(), Vec::new()));
            }
            if let Some(cell) = cells.last_mut().filter(|_| !found.text.is_empty()) {
                cell.paragraphs.push(Paragraph::on_line(found.text.to_owned(), part.number, None, found.column));
            }
        }
    }
    TableRow { cells, line, last_line, page: None }
}

/// A row whose cells have lost the quotes of a spreadsheet.
fn unquoted(mut row: TableRow) -> TableRow {
    for cell in &mut row.cells {
        let text = cell.text();
        if text.len() < 2 || !text.starts_with('"') || !text.ends_with('"') {
            continue;
        }
        let last = cell.paragraphs.len().saturating_sub(1);
        for (at, paragraph) in cell.paragraphs.iter_mut().enumerate() {
            let mut words = paragraph.text.as_str();
            words = if at == 0 { words.strip_prefix('"').unwrap_or(words) } else { words };
            words = if at == last { words.strip_suffix('"').unwrap_or(words) } else { words };
            let words = trim(&words.replace("\"\"", "\"")).to_owned();
            let Some(Run { line, column, .. }) = paragraph.runs.first().copied() else { continue };
            let runs = runs_of_marked(&words, &paragraph.text, line, column);
            *paragraph = Paragraph { text: words, runs, ..Paragraph::default() };
        }
        cell.paragraphs.retain(|paragraph| !paragraph.text.is_empty());
    }
    row
}

/// How many cells of a line hold words.
fn filled(line: &str) -> usize {
    if !line.contains('\t') {
        return 0;
    }
    line.split('\t').filter(|cell| !trim(cell).is_empty()).count()
}

/// Whether a cell is nothing but a list label: 一、 （二） 3. •
fn is_label(cell: &str) -> bool {
    let short = cell.chars().count() <= 6;
    short && (cell.ends_with(['、', '.', '．', ')', '）', '•', '·', '-', '●', '◆', '章', '条']) || cell.is_empty())
}
