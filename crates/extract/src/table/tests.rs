//! Fragments of tables as cases.

mod grid;

use domain::tree::{Table, TableRow};

/// A table of a text: a row a line, cells between bars.
pub(super) fn table(text: &str) -> Table {
    let row = |(line, text): (u32, &str)| TableRow::of_words(text.split('|').map(str::trim), line);
    Table { rows: (1..).zip(text.lines()).map(row).collect(), caption: None }
}
