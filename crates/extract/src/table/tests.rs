//! Fragments of tables as cases.

mod flattened;
mod grid;

use domain::tree::Table;

/// A table of a text: a row a line, cells between bars.
pub(super) fn table(text: &str) -> Table {
    let row = |(at, line): (usize, &str)| super::GridRow {
        cells: line.split('|').map(|cell| cell.trim().to_owned()).collect(),
        line: u32::try_from(at).unwrap_or_default() + 1,
        page: None,
        indices: vec![at],
    };
    super::table_of(&text.lines().enumerate().map(row).collect::<Vec<_>>())
}
