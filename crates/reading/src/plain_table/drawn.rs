//! Tables drawn with frame characters: ┌─┬─┐ │ ├─┼─┤ └─┴─┘ and their ASCII kin +---+ |.
//!
//! A cell may take several lines; the rules between rows say where a row ends. A rule that leaves out a column goes
//! on with a merged cell, which then takes several rows.

use domain::tree::{Cell, Paragraph, Run, Table, TableRow};

use super::PlainTable;
use super::cells::{Cut, behind, cut, trimmed};
use crate::blank::trim;
use crate::source_lines::Part;

/// Characters a line of a drawn table begins with.
const FRAME: &[char] = &['┌', '├', '└', '│', '┃', '┏', '┣', '┗', '╔', '╠', '╚', '║', '╟', '┠', '╞', '╭', '╰'];
/// Characters that part cells in a line of words.
const BARS: &[char] = &['│', '┃', '║', '|', '┆', '┊'];

/// What a line of the table is.
enum Drawn<'a> {
    /// A rule over the whole width.
    Rule,
    /// Words in cells; a cell under a partial rule is `None`.
    Words(Vec<Option<Cut<'a>>>),
}

/// The table that begins at a line with its upper frame.
pub(super) fn read(parts: &[Part<'_>], start: usize) -> Option<PlainTable> {
    let first = trim(parts.get(start)?.text);
    if !first.starts_with(FRAME) && !is_ascii_rule(first) {
        return None;
    }
    let mut lines = Vec::new();
    let mut at = start;
    while let Some(part) = parts.get(at) {
        let text = trim(part.text);
        let drawn = if text.is_empty() {
            // Blank lines may stand between the lines of a frame, not behind it.
            if parts.get(at + 1).is_none_or(|next| !belongs(trim(next.text))) {
                break;
            }
            at += 1;
            continue;
        } else if belongs(text) {
            line(part)
        } else {
            break;
        };
        lines.push((at, drawn));
        at += 1;
    }
    let is_partial = |line: &Drawn<'_>| matches!(line, Drawn::Words(cells) if cells.iter().any(Option::is_none));
    let whole = lines.iter().filter(|(_, line)| matches!(line, Drawn::Rule)).count();
    let words = lines.len() - whole;
    let rules = whole + lines.iter().filter(|(_, line)| is_partial(line)).count();
    if rules == 0 || words == 0 {
        return Some(PlainTable { lines: start..at, table: Table::default() });
    }
    // With rules only around a heading and the whole, each line that fills its first cell is a row.
    let ruled = rules > 3 || words <= 2;
    let rows = rows(parts, lines, ruled);
    Some(PlainTable { lines: start..at, table: Table { rows, caption: None } })
}

/// Whether a line belongs to a drawn table that has begun.
fn belongs(text: &str) -> bool {
    text.starts_with(FRAME) || text.starts_with('|') || is_ascii_rule(text)
}

/// Whether a line is +----+----+.
fn is_ascii_rule(text: &str) -> bool {
    text.len() > 2
        && text.starts_with('+')
        && text.ends_with('+')
        && text.bytes().all(|b| matches!(b, b'+' | b'-' | b'='))
}

/// Reads one line of the table.
fn line<'a>(part: &Part<'a>) -> Drawn<'a> {
    let Cut { text, column } = trimmed(part.text, part.column);
    if text.chars().all(|c| is_stroke(c) || c.is_whitespace() || matches!(c, '+' | '-' | '='))
        && !text.chars().skip(1).any(|c| BARS.contains(&c) && c != '|')
    {
        return Drawn::Rule;
    }
    // A rule over part of the width: ├ and ┤ part cells as bars do.
    let inner = text.strip_prefix(|c| FRAME.contains(&c) || c == '|').unwrap_or(text);
    let (inner, column) = behind(&Part { column, ..*part }, text, inner);
    let inner = inner.strip_suffix(|c: char| BARS.contains(&c) || is_stroke(c)).unwrap_or(inner);
    let cells = cut(inner, column, |c, _| BARS.contains(&c) || matches!(c, '├' | '┤' | '┼' | '┬' | '┴'));
    let is_ruled = |cell: &Cut<'_>| !cell.text.is_empty() && cell.text.chars().all(is_stroke);
    Drawn::Words(cells.into_iter().map(|cell| (!is_ruled(&cell)).then_some(cell)).collect())
}

/// Whether a character is a stroke of the frame (U+2500 to U+257F).
fn is_stroke(c: char) -> bool {
    ('\u{2500}'..='\u{257F}').contains(&c)
}

/// The rows of a table in the making.
#[derive(Default)]
struct Rows {
    rows: Vec<TableRow>,
    /// For each column, the row that holds its cell.
    owners: Vec<usize>,
    /// For each row, whether a cell from above reaches into it.
    reached: Vec<bool>,
    /// For each column, whether a partial rule left its cell open.
    merged: Vec<bool>,
}

/// Puts the lines of words together to rows.
fn rows(parts: &[Part<'_>], lines: Vec<(usize, Drawn<'_>)>, ruled: bool) -> Vec<TableRow> {
    let mut rows = Rows::default();
    let mut open = false;
    for (at, drawn) in lines {
        let Some(part) = parts.get(at) else { continue };
        match drawn {
            Drawn::Rule => {
                open = false;
                rows.merged.clear();
            }
            Drawn::Words(cells) if cells.iter().any(Option::is_none) => {
                rows.append(&cells, part.number);
                rows.merged = cells.iter().map(Option::is_some).collect();
                open = false;
            }
            Drawn::Words(cells) => {
                let first_filled = cells.first().and_then(Option::as_ref).is_some_and(|cell| !cell.text.is_empty());
                if open && (ruled || !first_filled) {
                    rows.append(&cells, part.number);
                } else {
                    rows.begin(&cells, part.number);
                    open = true;
                }
            }
        }
    }
    let columns = rows.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    for (row, reached) in rows.rows.iter_mut().zip(rows.reached) {
        // A row of one cell goes over the whole width, unless others reach down into it.
        if let ([only], false) = (row.cells.as_mut_slice(), reached) {
            only.columns = columns.saturating_sub(only.column).max(1);
        }
    }
    rows.rows
}

impl Rows {
    /// Begins a row. Where a partial rule left a cell open, that cell reaches down into it.
    fn begin(&mut self, cells: &[Option<Cut<'_>>], line: u32) {
        let row = self.rows.len();
        let mut own = Vec::new();
        for (column, cut) in cells.iter().enumerate() {
            let reaches = self.merged.get(column).copied().unwrap_or(false);
            if reaches && let Some(cell) = self.cell(column) {
                cell.rows += 1;
                cut.iter().for_each(|cut| add(cell, cut, line));
                continue;
            }
            let mut cell = Cell::at(column, Vec::new());
            cut.iter().for_each(|cut| add(&mut cell, cut, line));
            own.push(cell);
            match self.owners.get_mut(column) {
                Some(owner) => *owner = row,
                None => self.owners.push(row),
            }
        }
        self.merged.clear();
        self.reached.push(own.len() < cells.len());
        self.rows.push(TableRow { cells: own, line, last_line: line, page: None });
    }

    /// Adds the words of a further line to the cells that are open.
    fn append(&mut self, cells: &[Option<Cut<'_>>], line: u32) {
        for (column, cut) in cells.iter().enumerate() {
            let Some(cut) = cut.filter(|cut| !cut.text.is_empty()) else { continue };
            match self.cell(column) {
                Some(cell) => add(cell, &cut, line),
                None => {
                    // A bar more than the row has: the words are kept in a cell of their own.
                    let Some(row) = self.rows.last_mut() else { continue };
                    let mut cell = Cell::at(column, Vec::new());
                    add(&mut cell, &cut, line);
                    row.cells.push(cell);
                }
            }
        }
        if let Some(row) = self.rows.last_mut() {
            row.last_line = line;
        }
    }

    /// The cell that a column is in.
    fn cell(&mut self, column: usize) -> Option<&mut Cell> {
        let row = self.rows.get_mut(*self.owners.get(column)?)?;
        row.cells.iter_mut().find(|cell| cell.column == column)
    }
}

/// Adds the words of a line to a cell; text of a wide script is joined without a blank.
fn add(cell: &mut Cell, cut: &Cut<'_>, line: u32) {
    if cut.text.is_empty() {
        return;
    }
    let Some(paragraph) = cell.paragraphs.last_mut() else {
        cell.paragraphs.push(Paragraph::on_line(cut.text.to_owned(), line, None, cut.column));
        return;
    };
    let ends_word = paragraph.text.ends_with(|c: char| c.is_ascii_alphanumeric());
    if ends_word && cut.text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        paragraph.text.push(' ');
    }
    paragraph.runs.push(Run { start: paragraph.text.len(), line, page: None, column: cut.column });
    paragraph.text.push_str(cut.text);
}
