//! Lines without marks between the rows of a table: headings over the rows that follow, and the lines of a cell that was
//! copied with its line breaks.

use domain::tree::{Cell, Paragraph, TableRow};

use super::cells::{Cut, trimmed};
use crate::numbering::begins_with_number;
use crate::source_lines::Part;

/// A heading between rows is no longer than this, in characters.
const LONGEST_HEADING: usize = 60;
/// A cell holds no more lines than this.
const MOST_CELL_LINES: usize = 20;

/// A numbered heading with a row behind it, as a row of one cell over all columns. Not a heading: a sentence.
pub(super) fn heading(
    parts: &[Part<'_>],
    at: usize,
    columns: usize,
    is_row: impl Fn(&Part<'_>) -> bool,
) -> Option<TableRow> {
    let part = parts.get(at)?;
    let Cut { text, column } = trimmed(part.text, part.column);
    let is_heading = begins_with_number(text)
        && !text.starts_with(|c: char| c.is_ascii_digit())
        && !text.ends_with(['。', '；', ';'])
        && text.chars().count() <= LONGEST_HEADING;
    if !is_heading || !parts.get(at + 1).is_some_and(is_row) {
        return None;
    }
    let words = Paragraph::on_line(text.to_owned(), part.number, None, column);
    let cell = Cell { columns: columns.max(1), ..Cell::at(0, vec![words]) };
    Some(TableRow { cells: vec![cell], line: part.number, last_line: part.number, page: None })
}

/// Goes on with the last cell of a row that has fewer cells than the table has columns, where the lines behind it and the
/// cells of the next row make exactly one row; gives the line behind. `cells` are those of a line with marks.
pub(super) fn rest_of_row<'a>(
    row: &mut TableRow,
    parts: &[Part<'a>],
    at: usize,
    columns: usize,
    cells: impl Fn(&Part<'a>) -> Option<Vec<Cut<'a>>>,
) -> Option<usize> {
    if row.cells.len() >= columns || row.cells.len() < 2 {
        return None;
    }
    let rest = parts.get(at..)?;
    let inside = rest.iter().take(MOST_CELL_LINES).take_while(|part| cells(part).is_none());
    let inside: Vec<&Part<'a>> = inside.collect();
    let closing = rest.get(inside.len())?;
    let found = cells(closing)?;
    let is_blank = |part: &&Part<'a>| trimmed(part.text, 0).text.is_empty();
    if row.cells.len() + found.len() != columns + 1 || inside.iter().any(is_blank) {
        return None;
    }
    let paragraph = |cut: &Cut<'_>, number| Paragraph::on_line(cut.text.to_owned(), number, None, cut.column);
    let (end_of_cell, others) = found.split_first()?;
    let last = row.cells.last_mut()?;
    last.paragraphs.extend(inside.iter().map(|part| paragraph(&trimmed(part.text, part.column), part.number)));
    last.paragraphs.extend((!end_of_cell.text.is_empty()).then(|| paragraph(end_of_cell, closing.number)));
    for cut in others {
        let words = (!cut.text.is_empty()).then(|| paragraph(cut, closing.number));
        row.cells.push(Cell::at(row.cells.len(), words.into_iter().collect()));
    }
    row.last_line = closing.number;
    Some(at + inside.len() + 1)
}
