//! Rows of a table on one line: cells between tabs, | or the verticals of a drawn frame.

use super::GridRow;
use super::cells::{Entry, join_wrapped};
use super::numbering::heading;

/// A cell holds no more lines than this.
const MOST_CELL_LINES: usize = 20;

/// The rows of a table whose first line is `entries[at]`, and the place behind it. One such line alone is no table.
///
/// A heading may stand between rows on a line of its own. The line breaks inside a cell that was copied out of a
/// spreadsheet are put together again where that gives exactly as many cells as the first row has. Inside a drawn
/// frame the lines between two rules are one row.
pub(super) fn rows(entries: &[Entry<'_>], at: usize) -> Option<(Vec<GridRow>, usize)> {
    cells(entries.get(at)?.text)?;
    let rest = entries.get(at..)?;
    let run = rest.iter().take_while(|entry| cells(entry.text).is_some());
    let framed = run.filter(|entry| is_rule(entry.text) && !entry.text.contains('-')).count() >= 3;
    let mut rows: Vec<GridRow> = Vec::new();
    let (mut end, mut inside) = (at, false);
    while let Some(entry) = entries.get(end) {
        let Some(found) = cells(entry.text) else {
            let next_is_row = entries.get(end + 1).is_some_and(|next| cells(next.text).is_some());
            if next_is_row && heading(entry.text).is_some() {
                rows.push(row(&[entry.text], entry));
                (end, inside) = (end + 1, false);
                continue;
            }
            let Some(behind) = broken_cell(entries, end, &mut rows) else { break };
            end = behind;
            continue;
        };
        end += 1;
        if found.is_empty() {
            inside = false;
            continue;
        }
        match rows.last_mut().filter(|_| framed && inside) {
            Some(open) => add(open, &found, entry.index),
            None => rows.push(row(&found, entry)),
        }
        inside = true;
    }
    (rows.len() > 1).then_some((rows, end))
}

fn row(cells: &[&str], entry: &Entry<'_>) -> GridRow {
    GridRow {
        cells: cells.iter().map(|words| (*words).to_owned()).collect(),
        line: entry.number,
        page: entry.page,
        indices: vec![entry.index],
    }
}

/// Adds the cells of a further line to those of a row in a frame.
fn add(row: &mut GridRow, cells: &[&str], index: usize) {
    for (at, words) in cells.iter().enumerate() {
        match row.cells.get_mut(at) {
            Some(cell) => join_wrapped(cell, words),
            None => row.cells.push((*words).to_owned()),
        }
    }
    row.indices.push(index);
}

/// Puts a cell with line breaks together with the row it began in and the row that ends it; gives the place behind.
fn broken_cell(entries: &[Entry<'_>], at: usize, rows: &mut [GridRow]) -> Option<usize> {
    let full = rows.first()?.cells.len();
    let rest = entries.get(at..)?;
    let inner = rest.iter().take(MOST_CELL_LINES).position(|entry| cells(entry.text).is_some())?;
    let (inside, closing) = (rest.get(..inner)?, rest.get(inner)?);
    let last_cells = cells(closing.text)?;
    let row = rows.last_mut()?;
    if row.cells.len() + last_cells.len() != full + 1 {
        return None;
    }
    let cell = row.cells.last_mut()?;
    let (end_of_cell, others) = last_cells.split_first()?;
    for words in inside.iter().map(|entry| entry.text).chain([*end_of_cell]) {
        cell.push('\n');
        cell.push_str(words);
    }
    *cell = cell.trim_matches('"').to_owned();
    row.cells.extend(others.iter().map(|words| (*words).to_owned()));
    row.indices.extend(inside.iter().map(|entry| entry.index).chain([closing.index]));
    Some(at + inner + 1)
}

/// The cells of a line, trimmed; `None` where the line is no row. A line of frame only gives no cells.
pub(super) fn cells(line: &str) -> Option<Vec<&str>> {
    if is_rule(line) {
        return Some(Vec::new());
    }
    let is_vertical = |c: char| matches!(c, '│' | '┃' | '║' | '|' | '｜');
    if line.contains('\t') {
        return Some(line.split('\t').map(str::trim).collect());
    }
    let framed = line.starts_with(is_vertical) && line.ends_with(is_vertical);
    if line.matches(is_vertical).count() < 2 {
        return None;
    }
    let inner = if framed { line.strip_prefix(is_vertical).unwrap_or(line) } else { line };
    let inner = if framed { inner.strip_suffix(is_vertical).unwrap_or(inner) } else { inner };
    Some(inner.split(is_vertical).map(str::trim).collect())
}

/// Whether a line draws the frame between rows: ├──┼──┤, |---|---|, +---+.
pub(super) fn is_rule(line: &str) -> bool {
    let drawn = |c: char| matches!(c, '\u{2500}'..='\u{257F}') && !matches!(c, '│' | '┃' | '║');
    let dashes = line.chars().filter(|c| drawn(*c) || *c == '-').count();
    dashes >= 3
        && line.chars().all(|c| matches!(c, '\u{2500}'..='\u{257F}' | '-' | '|' | '+' | ':' | ' '))
        && line.chars().any(|c| drawn(c) || matches!(c, '|' | '+'))
        && !line.chars().all(|c| c == '─')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_between_tabs_bars_and_frames() {
        let check = |line: &str, expected: Option<&[&str]>| assert_eq!(cells(line).as_deref(), expected, "{line}");
        check("1\t优化审批\t市政务办", Some(&["1", "优化审批", "市政务办"]));
        check("| 1 | 优化审批 |  |", Some(&["1", "优化审批", ""]));
        check("│1│优化审批│市政务办│", Some(&["1", "优化审批", "市政务办"]));
        check("1|优化审批|市政务办", Some(&["1", "优化审批", "市政务办"]));
        check("|---|:--|---|", Some(&[]));
        check("├──┼──┤", Some(&[]));
        check("A|B", None);
        check("—", None);
        check("---", None);
        check("优化审批。", None);
    }
}
