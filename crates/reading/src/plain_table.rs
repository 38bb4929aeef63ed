//! Tables that plain text draws with characters: tabs, `|`, `,` or `;` between cells, ┌─┬─┐ and +---+ frames; rows that a
//! program wrote as objects.

mod between;
mod cells;
mod drawn;
mod objects;
mod piped;
mod separated;
mod tabbed;

use std::ops::Range;

use domain::tree::Table;

use crate::source_lines::Part;

/// A table among the lines of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PlainTable {
    /// The lines it takes, as indices of the parts.
    pub(crate) lines: Range<usize>,
    /// What stands in it.
    pub(crate) table: Table,
}

/// Reads the table of one kind that begins at a part. Without rows it is none, and none of this kind begins before its
/// end: so no line is looked at again and again.
type Reader = fn(&[Part<'_>], usize) -> Option<PlainTable>;

/// The kinds of tables, in the order they are tried.
const READERS: [Reader; 5] = [objects::read, drawn::read, piped::read, tabbed::read, separated::read];

/// The tables of a text from part `from` on, in order and without overlap.
pub(crate) fn find(parts: &[Part<'_>], from: usize) -> Vec<PlainTable> {
    let mut tables = Vec::new();
    let mut none_before = [0; READERS.len()];
    let mut at = from;
    'lines: while let Some(part) = parts.get(at) {
        if has_cell_marks(part.text) {
            for (reader, none_before) in READERS.iter().zip(&mut none_before).filter(|(_, none)| **none <= at) {
                match reader(parts, at) {
                    Some(table) if table.table.rows.is_empty() => *none_before = table.lines.end,
                    Some(table) => {
                        at = table.lines.end.max(at + 1);
                        tables.push(table);
                        continue 'lines;
                    }
                    None => {}
                }
            }
        }
        at += 1;
    }
    tables
}

/// Whether a line holds a character that parts cells; most lines do not.
fn has_cell_marks(line: &str) -> bool {
    // │ ┌ ├ and their kin begin with E2 94/95, ｜ with EF BD.
    let is_mark = |b: u8| matches!(b, b'\t' | b'|' | b';' | b',');
    let is_pair = |first: u8, second: u8| matches!((first, second), (0xE2, 0x94 | 0x95) | (0xEF, 0xBD));
    let bytes = line.as_bytes();
    let behind = bytes.get(1..).unwrap_or_default();
    // Without a way out before the end, many bytes are looked at in one step.
    line.starts_with('+')
        || bytes.iter().fold(false, |any, b| any | is_mark(*b))
        || bytes.iter().zip(behind).fold(false, |any, (first, second)| any | is_pair(*first, *second))
        || line.trim_start().starts_with(['[', '{'])
}

#[cfg(test)]
mod tests;
