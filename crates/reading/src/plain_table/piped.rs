//! Cells parted by `|` or `｜`, as Markdown and many exports write them.

use domain::tree::Table;

use super::PlainTable;
use super::cells::{Cut, behind, cut, row, trimmed};
use crate::blank::trim;
use crate::source_lines::Part;

/// The table that begins at a line: at least two lines with the same number of cells, one of which may be the rule of
/// dashes under a Markdown heading. Not a table: a single line of links between bars.
pub(super) fn read(parts: &[Part<'_>], start: usize) -> Option<PlainTable> {
    let first = cells(parts.get(start)?)?;
    let ruled = parts.get(start + 1).and_then(cells).is_some_and(|cells| is_rule(&cells));
    if !ruled && first.len() < 3 {
        return None;
    }
    let mut table = Table::default();
    let mut at = start;
    while let Some((part, found)) = parts.get(at).and_then(|part| Some((part, cells(part)?))) {
        if !ruled && found.len() != first.len() {
            break;
        }
        if is_rule(&found) {
            let heads = table.rows.iter_mut().filter(|_| at == start + 1).flat_map(|row| &mut row.cells);
            heads.for_each(|cell| cell.is_header = true);
        } else {
            table.rows.push(row(&found, part));
        }
        at += 1;
    }
    let enough = if ruled { !table.rows.is_empty() } else { table.rows.len() >= 2 };
    if !enough {
        table.rows.clear();
    }
    Some(PlainTable { lines: start..at, table })
}

/// The cells of a line; `None` when nothing parts them.
fn cells<'a>(part: &Part<'a>) -> Option<Vec<Cut<'a>>> {
    if !part.text.contains(['|', '｜']) {
        return None;
    }
    let line = trimmed(part.text, part.column);
    let framed = line.text.starts_with(['|', '｜']);
    let inner = line.text.strip_prefix(['|', '｜']).unwrap_or(line.text);
    let (_, column) = behind(&Part { column: line.column, ..*part }, line.text, inner);
    let inner = if inner.ends_with("\\|") { inner } else { inner.strip_suffix(['|', '｜']).unwrap_or(inner) };
    let cells = cut(inner, column, |c, before| matches!(c, '|' | '｜') && before != '\\');
    (cells.len() >= 2 || (framed && cells.iter().any(|cell| !trim(cell.text).is_empty()))).then_some(cells)
}

/// Whether a line is the rule under a heading: |---|:--:|
fn is_rule(cells: &[Cut<'_>]) -> bool {
    cells.iter().all(|cell| !cell.text.is_empty() && cell.text.chars().all(|c| matches!(c, '-' | ':' | '=' | '—')))
}
