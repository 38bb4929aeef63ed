//! Cells parted by `|` or `｜`, as Markdown and many exports write them.

use domain::tree::Table;

use super::PlainTable;
use super::between;
use super::cells::{Cut, behind, cut, row, trimmed};
use crate::blank::trim;
use crate::source_lines::Part;

/// The table that begins at a line: at least two lines with the same number of cells, one of which may be the rule of
/// dashes under a Markdown heading; of two cells at least three lines between bars. Not a table: a single line of links
/// between bars.
pub(super) fn read<'a>(parts: &[Part<'a>], start: usize) -> Option<PlainTable> {
    const FEWEST_OF_TWO: usize = 3;
    let framed = parts.get(start).is_some_and(|part| trim(part.text).starts_with(['|', '｜']));
    let cells = |part: &Part<'a>| cells_of_line(part, framed);
    let first = cells(parts.get(start)?)?;
    let ruled = parts.get(start + 1).and_then(cells).is_some_and(|cells| is_rule(&cells));
    let of_two = !ruled && first.len() == 2;
    if !ruled && first.len() < 3 && !(of_two && parts.get(start).is_some_and(is_between_bars)) {
        return None;
    }
    let columns = first.len();
    let mut table = Table::default();
    let mut at = start;
    while let Some(part) = parts.get(at) {
        let Some(found) = cells(part) else {
            let Some(heading) = between::heading(parts, at, columns, |next| cells_of_line(next, framed).is_some())
            else {
                break;
            };
            table.rows.push(heading);
            at += 1;
            continue;
        };
        at += 1;
        if is_rule(&found) {
            if at == start + 2 {
                let heads = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                heads.for_each(|cell| cell.is_header = true);
            }
            continue;
        }
        let mut row = row(&found, part);
        if let Some(behind) = between::rest_of_row(&mut row, parts, at, columns, cells) {
            at = behind;
        } else if !ruled && found.len() != columns && !leaves_last_out(&found, columns)
            || of_two && !is_between_bars(part)
        {
            at -= 1;
            break;
        }
        table.rows.push(row);
    }
    let enough = match table.rows.len() {
        rows if ruled => rows > 0,
        rows if of_two => rows >= FEWEST_OF_TWO,
        rows => rows >= 2,
    };
    if !enough {
        table.rows.clear();
    }
    Some(PlainTable { lines: start..at.max(start + 1), table })
}

/// Whether the cells of a line are a numbered row that leaves its last cells out: 2 | 改造管网15公里 | 县住建局.
fn leaves_last_out(cells: &[Cut<'_>], columns: usize) -> bool {
    const LONGEST: usize = 4;
    let number = cells.first().map_or("", |cell| cell.text);
    let numbered = !number.is_empty() && number.len() <= LONGEST && number.bytes().all(|b| b.is_ascii_digit());
    numbered && cells.len() >= 2 && cells.len() < columns
}

/// Whether a line begins and ends with a bar.
fn is_between_bars(part: &Part<'_>) -> bool {
    let line = trimmed(part.text, part.column).text;
    line.len() > 1 && line.starts_with(['|', '｜']) && line.ends_with(['|', '｜'])
}

/// The cells of a line; `None` when nothing parts them. Where the lines are not `framed`, a bar at the beginning stands behind
/// a blank cell.
fn cells_of_line<'a>(part: &Part<'a>, framed: bool) -> Option<Vec<Cut<'a>>> {
    if !part.text.contains(['|', '｜']) {
        return None;
    }
    let line = trimmed(part.text, part.column);
    let opens = framed && line.text.starts_with(['|', '｜']);
    let inner = if opens { line.text.strip_prefix(['|', '｜']).unwrap_or(line.text) } else { line.text };
    let (_, column) = behind(&Part { column: line.column, ..*part }, line.text, inner);
    let inner = if inner.ends_with("\\|") { inner } else { inner.strip_suffix(['|', '｜']).unwrap_or(inner) };
    let cells = cut(inner, column, |c, before| matches!(c, '|' | '｜') && before != '\\');
    (cells.len() >= 2 || (opens && cells.iter().any(|cell| !trim(cell.text).is_empty()))).then_some(cells)
}

/// Whether a line is the rule under a heading: |---|:--:|
fn is_rule(cells: &[Cut<'_>]) -> bool {
    cells.iter().all(|cell| !cell.text.is_empty() && cell.text.chars().all(|c| matches!(c, '-' | ':' | '=' | '—')))
}
