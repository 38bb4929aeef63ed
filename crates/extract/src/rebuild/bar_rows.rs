//! Tables whose cells stand on lines of their own and whose bars say where every row begins: a bar before its first cell, or two
//! between rows ([`super::bar_lines`]).
//!
//! The first row holds the captions. A row with fewer cells than captions has lost those that reach down from above: its cells
//! stand under the columns whose cells look like them.

use std::ops::Range;

use domain::tree::TableRow;

use super::atoms::Atom;
use super::fitting::{Column, fit};
use super::{Found, row_of};
use crate::table::evidence::CellKind;

/// A table has at least so many columns and at most so many.
const COLUMNS: std::ops::RangeInclusive<usize> = 2..=18;

/// The table whose captions begin at an atom, and the atom behind it.
pub(super) fn find(atoms: &[Atom<'_>], at: usize) -> Option<(Found, usize)> {
    let first = atoms.get(at).filter(|atom| atom.begins_row)?;
    let header = atoms.get(row(atoms, at, *COLUMNS.end())?)?;
    let width = header.len();
    let known = header.iter().filter(|cell| cell.caption().is_some()).count();
    if !COLUMNS.contains(&width) || known * 2 < width || known < 2 {
        return None;
    }
    let mut rows: Vec<&[Atom<'_>]> = vec![header];
    let mut columns: Vec<Column> = header.iter().map(|cell| Column::under(cell.caption())).collect();
    let mut behind = at + length(atoms, at);
    while let Some(cells) =
        row(atoms, behind, width).filter(|_| !atoms.get(behind).is_some_and(|atom| atom.after_break))
    {
        let cells = atoms.get(cells)?;
        if cells.len() == width {
            columns.iter_mut().zip(cells).for_each(|(column, cell)| column.see(cell.cell()));
        }
        rows.push(cells);
        behind += length(atoms, behind);
    }
    if rows.len() < 2 {
        return None;
    }
    let mut found: Vec<(usize, TableRow)> = Vec::with_capacity(rows.len());
    for row in &rows {
        let kinds: Vec<CellKind> = row.iter().map(Atom::cell).collect();
        let placed = if row.len() == width { (0..width).collect() } else { fit(&kinds, &columns)? };
        let cells = row.iter().zip(placed).map(|(cell, column)| (column, vec![cell])).collect();
        found.push((row.first()?.block, row_of(cells)));
    }
    let blocks = first.block..atoms.get(behind.checked_sub(1)?)?.behind;
    Some((Found { blocks, rows: found }, behind))
}

/// The cells of the row that begins at an atom, blank ones at its end left out; `None` where it is none or has more than `most`.
fn row(atoms: &[Atom<'_>], at: usize, most: usize) -> Option<Range<usize>> {
    atoms.get(at).filter(|atom| atom.begins_row)?;
    let all = atoms.get(at..at + length(atoms, at))?;
    let blank = all.iter().rev().take_while(|atom| atom.text.is_empty()).count();
    let cells = all.len() - blank;
    (1..=most).contains(&cells).then_some(at..at + cells)
}

/// How many atoms stand before the next that begins a row.
fn length(atoms: &[Atom<'_>], at: usize) -> usize {
    // A row that is much longer is none, and need not be looked at to its end.
    const LONGEST: usize = 64;
    let rest = atoms.get(at + 1..).unwrap_or_default();
    1 + rest.iter().take(LONGEST).take_while(|atom| !atom.begins_row && !atom.after_break).count()
}
