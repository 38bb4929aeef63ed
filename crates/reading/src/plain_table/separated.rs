//! Cells parted by commas or semicolons of half width, as spreadsheets save them.

use domain::tree::{Paragraph, Run, Table, TableRow};

use super::PlainTable;
use super::cells::{Cut, cut, row};
use crate::blank::trim;
use crate::places::runs_of_marked;
use crate::source_lines::Part;

/// A heading over a column is no longer than this, in characters.
const LONGEST_HEADING: usize = 20;
/// With commas a table has at least so many rows; a sentence has them, too.
const FEWEST_ROWS: usize = 3;

/// The table that begins at a line: short headings without a full stop, and lines with exactly as many cells below them.
/// Not a table: sentences with half-width punctuation.
pub(super) fn read(parts: &[Part<'_>], start: usize) -> Option<PlainTable> {
    let first = parts.get(start)?;
    let separator = [';', ','].into_iter().find(|mark| first.text.matches(*mark).count() >= 2)?;
    let head = cells(first, separator);
    let is_heading = |cell: &Cut<'_>| {
        let words = unquoted(cell.text);
        !words.is_empty()
            && words.chars().count() <= LONGEST_HEADING
            && !words.contains(['。', '，', '；', '、', '：', ':', ' '])
    };
    if head.len() < 3 || !head.iter().all(is_heading) {
        return None;
    }
    let mut table = Table::default();
    let mut at = start;
    while let Some(part) = parts.get(at) {
        let found = cells(part, separator);
        if found.len() != head.len() {
            break;
        }
        table.rows.push(without_quotes(row(&found, part)));
        at += 1;
    }
    if table.rows.len() < FEWEST_ROWS {
        table.rows.clear();
    }
    Some(PlainTable { lines: start..at, table })
}

/// The cells of a line; a separator inside quotes belongs to the words.
fn cells<'a>(part: &Part<'a>, separator: char) -> Vec<Cut<'a>> {
    let mut inside = false;
    cut(part.text, part.column, |c, _| {
        inside ^= c == '"';
        c == separator && !inside
    })
}

fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).map_or(cell, trim)
}

/// A row whose cells have lost their quotes.
fn without_quotes(mut row: TableRow) -> TableRow {
    for cell in &mut row.cells {
        for paragraph in &mut cell.paragraphs {
            let words = unquoted(&paragraph.text).replace("\"\"", "\"");
            if words.len() < paragraph.text.len() {
                let Some(Run { line, column, .. }) = paragraph.runs.first().copied() else { continue };
                let runs = runs_of_marked(&words, &paragraph.text, line, column);
                *paragraph = Paragraph { text: words, runs, ..Paragraph::default() };
            }
        }
        cell.paragraphs.retain(|paragraph| !paragraph.text.is_empty());
    }
    row
}
