//! Cells parted by `|` or `｜`, as Markdown and many exports write them.

use super::{PlainRow, PlainTable, even_out};
use crate::blank::trim;
use crate::source_lines::Part;

/// The table that begins at a line: at least two lines with the same number of cells, one of which may be the rule of
/// dashes under a Markdown heading. Not a table: a single line of links between bars.
pub(super) fn read(parts: &[Part<'_>], start: usize) -> Option<PlainTable> {
    let first = cells(parts.get(start)?.text)?;
    let ruled = parts.get(start + 1).and_then(|part| cells(part.text)).is_some_and(|cells| is_rule(&cells));
    if !ruled && first.len() < 3 {
        return None;
    }
    let mut rows = Vec::new();
    let mut at = start;
    while let Some(found) = parts.get(at).and_then(|part| cells(part.text)) {
        if !ruled && found.len() != first.len() {
            break;
        }
        if !is_rule(&found) {
            rows.push(PlainRow { line: at, cells: found });
        }
        at += 1;
    }
    let enough = if ruled { !rows.is_empty() } else { rows.len() >= 2 };
    if !enough {
        rows.clear();
    }
    even_out(&mut rows);
    Some(PlainTable { lines: start..at, rows })
}

/// The cells of a line; `None` when nothing parts them.
fn cells(line: &str) -> Option<Vec<String>> {
    let line = trim(line);
    if !line.contains(['|', '｜']) {
        return None;
    }
    let framed = line.starts_with(['|', '｜']);
    let line = line.strip_prefix(['|', '｜']).unwrap_or(line);
    let line = if line.ends_with("\\|") { line } else { line.strip_suffix(['|', '｜']).unwrap_or(line) };
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in line.chars() {
        match c {
            '|' if escaped => {
                if let Some(cell) = cells.last_mut() {
                    cell.pop();
                    cell.push('|');
                }
            }
            '|' | '｜' => cells.push(String::new()),
            _ => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(c);
                }
            }
        }
        escaped = c == '\\';
    }
    for cell in &mut cells {
        *cell = trim(cell).to_owned();
    }
    (cells.len() >= 2 || (framed && cells.iter().any(|cell| !cell.is_empty()))).then_some(cells)
}

/// Whether a line is the rule under a heading: |---|:--:|
fn is_rule(cells: &[String]) -> bool {
    cells.iter().all(|cell| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':' | '=' | '—')))
}
