//! A matrix of tasks and units: each unit has a column, and a mark in the row says what part it takes.
//!
//! | 序号 | 事项 | 市民政局 | 市教育局 | 时限 |
//! | 1 | 建成托育点6处 | ★ | ○ | 6月底前 |

use domain::tree::{Cell, Paragraph, Table, TableRow};

use super::grid::Grid;
use crate::lexicon::tables::ROLES;
use crate::units::looks_like_unit;

/// Marks of those who lead, where no legend says otherwise: full ones.
const FULL: &[char] = &['★', '●', '▲', '■', '◆', '◎', '√', '✓', '✔'];
/// Marks of those who assist: hollow ones.
const HOLLOW: &[char] = &['☆', '○', '〇', '△', '□', '◇'];

/// The matrix as a table with a column of those who lead and one of those who assist; `None` where the table is none.
/// `title` is what stands over it and may hold the legend: ★为牵头单位，○为配合单位.
pub(super) fn unfold(table: &Table, grid: &Grid, title: &str) -> Option<Table> {
    let units = unit_columns(grid)?;
    let is_spanned = |cell: &Cell| cell.rows > 1 || cell.columns > 1;
    if table.rows.iter().flat_map(|row| &row.cells).any(is_spanned) {
        return None;
    }
    let row = |(at, row): (usize, &TableRow)| {
        let kept = row.cells.iter().filter(|cell| !units.contains(&cell.column));
        let mut cells: Vec<Cell> = kept.cloned().collect();
        for cell in &mut cells {
            cell.column -= units.iter().filter(|column| **column < cell.column).count();
        }
        let width = grid.width.saturating_sub(units.len());
        let is_header = row.cells.first().is_some_and(|cell| cell.is_header);
        let named = |leads: bool| {
            let marked = |column: &&usize| part(grid.words(at, **column), title) == Some(leads);
            units.iter().filter(marked).map(|column| grid.words(0, *column)).collect::<Vec<_>>().join("、")
        };
        let words =
            if at == 0 { ["牵头单位".to_owned(), "配合单位".to_owned()] } else { [true, false].map(named) };
        cells.extend(words.into_iter().enumerate().map(|(place, text)| Cell {
            paragraphs: vec![Paragraph { text, ..Paragraph::default() }],
            column: width + place,
            columns: 1,
            rows: 1,
            is_header,
        }));
        TableRow { cells, ..row.clone() }
    };
    Some(Table { rows: table.rows.iter().enumerate().map(row).collect(), caption: table.caption.clone() })
}

/// The columns below the names of units that hold marks and nothing else.
fn unit_columns(grid: &Grid) -> Option<Vec<usize>> {
    let is_matrix_column = |column: &usize| {
        let mut marks = 0;
        let only_marks = (1..grid.len()).all(|row| {
            let words = grid.words(row, *column);
            marks += usize::from(mark(words).is_some());
            words.is_empty() || mark(words).is_some()
        });
        only_marks && marks > 0 && looks_like_unit(grid.words(0, *column))
    };
    let columns: Vec<usize> = (0..grid.width).filter(is_matrix_column).collect();
    (columns.len() >= 2).then_some(columns)
}

/// The mark that is all a cell holds.
fn mark(words: &str) -> Option<char> {
    let mut chars = words.trim().chars();
    let mark = chars.next().filter(|c| FULL.contains(c) || HOLLOW.contains(c));
    mark.filter(|_| chars.next().is_none())
}

/// Whether a mark leads; `None` for a blank cell.
fn part(words: &str, title: &str) -> Option<bool> {
    let mark = mark(words)?;
    let behind = title.split_once(mark).map(|(_, rest)| rest.chars().take(6).collect::<String>()).unwrap_or_default();
    let says = |kind| ROLES.words(kind).iter().filter_map(|role| behind.find(role)).min();
    match (says("lead"), says("assist")) {
        (None, None) => Some(FULL.contains(&mark)),
        (lead, assist) => Some(lead.unwrap_or(usize::MAX) < assist.unwrap_or(usize::MAX)),
    }
}
