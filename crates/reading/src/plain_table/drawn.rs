//! Tables drawn with frame characters: ┌─┬─┐ │ ├─┼─┤ └─┴─┘ and their ASCII kin +---+ |.
//!
//! A cell may take several lines; the rules between rows say where a row ends. A rule that leaves out a column goes
//! on with a merged cell, whose text is repeated in each of its rows.

use super::{PlainRow, PlainTable, even_out};
use crate::blank::trim;
use crate::source_lines::Part;

/// Characters a line of a drawn table begins with.
const FRAME: &[char] = &['┌', '├', '└', '│', '┃', '┏', '┣', '┗', '╔', '╠', '╚', '║', '╟', '┠', '╞', '╭', '╰'];
/// Characters that part cells in a line of words.
const BARS: &[char] = &['│', '┃', '║', '|', '┆', '┊'];

/// A merged cell is repeated in so many rows at most; each repetition looks at all rows above it.
const MOST_MERGED: usize = 200;

/// What a line of the table is.
enum Drawn {
    /// A rule over the whole width.
    Rule,
    /// Words in cells; a cell under a partial rule is `None`.
    Words(Vec<Option<String>>),
}

/// The table that begins at a line with its upper frame.
pub(super) fn read(parts: &[Part<'_>], start: usize) -> Option<PlainTable> {
    let first = trim(parts.get(start)?.text);
    if !first.starts_with(FRAME) && !is_ascii_rule(first) {
        return None;
    }
    let mut lines = Vec::new();
    let mut at = start;
    while let Some(part) = parts.get(at) {
        let text = trim(part.text);
        let drawn = if text.is_empty() {
            // Blank lines may stand between the lines of a frame, not behind it.
            if parts.get(at + 1).is_none_or(|next| !belongs(trim(next.text))) {
                break;
            }
            at += 1;
            continue;
        } else if belongs(text) {
            line(text)
        } else {
            break;
        };
        lines.push((at, drawn));
        at += 1;
    }
    let rules = lines.iter().filter(|(_, line)| matches!(line, Drawn::Rule)).count();
    let words = lines.len() - rules;
    if rules == 0 || words == 0 {
        return Some(PlainTable { lines: start..at, rows: Vec::new() });
    }
    // With rules only around a heading and the whole, each line that fills its first cell is a row.
    let ruled = rules > 3 || words <= 2;
    let mut rows = rows(lines, ruled);
    even_out(&mut rows);
    Some(PlainTable { lines: start..at, rows })
}

/// Whether a line belongs to a drawn table that has begun.
fn belongs(text: &str) -> bool {
    text.starts_with(FRAME) || text.starts_with('|') || is_ascii_rule(text)
}

/// Whether a line is +----+----+.
fn is_ascii_rule(text: &str) -> bool {
    text.len() > 2
        && text.starts_with('+')
        && text.ends_with('+')
        && text.bytes().all(|b| matches!(b, b'+' | b'-' | b'='))
}

/// Reads one line of the table.
fn line(text: &str) -> Drawn {
    if text.chars().all(|c| is_stroke(c) || c.is_whitespace() || matches!(c, '+' | '-' | '='))
        && !text.chars().all(|c| BARS.contains(&c) || c.is_whitespace())
    {
        return Drawn::Rule;
    }
    // A rule over part of the width: ├ and ┤ part cells as bars do.
    let inner = text.trim_start_matches(|c| FRAME.contains(&c) || c == '|');
    let inner = inner.strip_suffix(|c: char| BARS.contains(&c) || is_stroke(c)).unwrap_or(inner);
    let cells = inner
        .split(|c: char| BARS.contains(&c) || matches!(c, '├' | '┤' | '┼' | '┬' | '┴'))
        .map(|cell| {
            if !cell.trim().is_empty() && cell.trim().chars().all(is_stroke) {
                None
            } else {
                Some(trim(cell).to_owned())
            }
        })
        .collect();
    Drawn::Words(cells)
}

/// Whether a character is a stroke of the frame (U+2500 to U+257F).
fn is_stroke(c: char) -> bool {
    ('\u{2500}'..='\u{257F}').contains(&c)
}

/// Puts the lines of words together to rows.
fn rows(lines: Vec<(usize, Drawn)>, ruled: bool) -> Vec<PlainRow> {
    let mut rows: Vec<PlainRow> = Vec::new();
    let mut open = false;
    // Columns of the last row that a partial rule did not close, with the row where their merged cell begins.
    let mut merged: Vec<Option<usize>> = Vec::new();
    for (at, drawn) in lines {
        let cells = match drawn {
            Drawn::Rule => {
                open = false;
                merged.clear();
                continue;
            }
            Drawn::Words(cells) => cells,
        };
        if cells.iter().any(Option::is_none) {
            let begun = rows.len().saturating_sub(1);
            merged = cells.iter().map(|cell| cell.as_ref().map(|_| begun)).collect();
            append(&mut rows, &cells);
            open = false;
            continue;
        }
        let first_filled = cells.first().and_then(Option::as_ref).is_some_and(|cell| !cell.is_empty());
        if open && (ruled || !first_filled) {
            append(&mut rows, &cells);
        } else {
            rows.push(PlainRow { line: at, cells: cells.into_iter().map(Option::unwrap_or_default).collect() });
            repeat_merged(&mut rows, &merged);
            open = true;
        }
    }
    rows
}

/// Adds the words of a line to the last row; text of a wide script is joined without a blank.
fn append(rows: &mut [PlainRow], cells: &[Option<String>]) {
    let Some(row) = rows.last_mut() else { return };
    for (cell, more) in row.cells.iter_mut().zip(cells) {
        let Some(more) = more.as_deref().filter(|more| !more.is_empty()) else { continue };
        if cell.ends_with(|c: char| c.is_ascii_alphanumeric()) && more.starts_with(|c: char| c.is_ascii_alphabetic()) {
            cell.push(' ');
        }
        cell.push_str(more);
    }
}

/// Gives the last row the words of the merged cells it shares with the rows above, and those rows its own.
fn repeat_merged(rows: &mut [PlainRow], merged: &[Option<usize>]) {
    let last = rows.len().saturating_sub(1);
    for (column, begun) in merged.iter().enumerate() {
        let Some(begun) = begun.filter(|begun| last.saturating_sub(*begun) < MOST_MERGED) else { continue };
        let whole: String = (begun..=last)
            .filter_map(|row| rows.get(row)?.cells.get(column))
            .fold(String::new(), |whole, cell| if whole.ends_with(cell.as_str()) { whole } else { whole + cell });
        for row in begun..=last {
            if let Some(cell) = rows.get_mut(row).and_then(|row| row.cells.get_mut(column)) {
                cell.clone_from(&whole);
            }
        }
    }
}
