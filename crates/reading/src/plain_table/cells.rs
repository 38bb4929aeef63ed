//! A line of a table cut into cells that know where they stand.

use domain::tree::{Cell, Paragraph, TableRow};

use crate::blank::{is_blank_char, trim};
use crate::source_lines::{Part, count};

/// Words of a line between two marks, trimmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut<'a> {
    pub(super) text: &'a str,
    /// Character of the line it begins at.
    pub(super) column: u32,
}

/// The words of a text between marks. `is_mark` is asked with a character and the one before it.
pub(super) fn cut(text: &str, column: u32, mut is_mark: impl FnMut(char, char) -> bool) -> Vec<Cut<'_>> {
    let mut cuts = Vec::new();
    let mut before = ' ';
    let (mut from, mut from_column) = (0, column);
    for (characters, (at, c)) in (1u32..).zip(text.char_indices()) {
        if is_mark(c, before) {
            cuts.push(trimmed(text.get(from..at).unwrap_or(""), from_column));
            (from, from_column) = (at + c.len_utf8(), column + characters);
        }
        before = c;
    }
    cuts.push(trimmed(text.get(from..).unwrap_or(""), from_column));
    cuts
}

/// Words without blanks at both ends.
pub(super) fn trimmed(text: &str, column: u32) -> Cut<'_> {
    let words = trim(text);
    let blanks = if words.is_empty() { 0 } else { text.chars().take_while(|c| is_blank_char(*c)).count() };
    Cut { text: words, column: column + u32::try_from(blanks).unwrap_or(u32::MAX) }
}

/// The text of a line without its first characters, and how many characters they are together with those before the part.
pub(super) fn behind<'a>(part: &Part<'_>, text: &'a str, rest: &'a str) -> (&'a str, u32) {
    let passed = text.len() - rest.len();
    (rest, part.column + text.get(..passed).map_or(0, count))
}

/// A row of cells, each on one line.
pub(super) fn row(cuts: &[Cut<'_>], part: &Part<'_>) -> TableRow {
    let cells = cuts.iter().enumerate().map(|(at, cut)| cell(at, cut, part)).collect();
    TableRow { cells, line: part.number, last_line: part.number, page: None }
}

fn cell(at: usize, cut: &Cut<'_>, part: &Part<'_>) -> Cell {
    let words = (!cut.text.is_empty()).then(|| Paragraph::on_line(cut.text.to_owned(), part.number, None, cut.column));
    Cell::at(at, words.into_iter().collect())
}
