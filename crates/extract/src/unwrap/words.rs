//! The words of lines put together, each character with its line and place in the source.

use std::ops::Range;

use domain::tree::{Paragraph, Run};

/// A place in a line: the next byte, the run it is of, and its character in the line of the source. The parts of a line are read
/// one after the other, so that a line is passed once however many clauses begin in it.
#[derive(Debug, Default)]
pub(super) struct Cursor {
    byte: usize,
    run: usize,
    column: u32,
}

/// Appends part of a line to a paragraph. Blanks beside a Chinese character go: a printed page sets them to fill its lines.
pub(super) fn push(paragraph: &mut Paragraph, line: &Paragraph, part: Range<usize>, cursor: &mut Cursor) {
    let text = line.text.as_str();
    // Bytes are counted in the trimmed line.
    let shift = text.len() - text.trim_start().len();
    let (start, end) = (shift + part.start, (shift + part.end).min(text.len()));
    let mut follows = false;
    let mut blank = false;
    for (at, c) in text.get(cursor.byte..end).unwrap_or_default().char_indices() {
        let at = cursor.byte + at;
        let run = |place: usize| line.runs.get(place).filter(|run| run.start <= at);
        if at == 0
            && let Some(first) = run(0)
        {
            cursor.column = first.column;
        }
        while let Some(next) = run(cursor.run + 1) {
            cursor.run += 1;
            cursor.column = next.column;
            follows = false;
        }
        let column = cursor.column;
        cursor.column = column.saturating_add(1);
        if at < start {
            continue;
        }
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        let is_ascii = |before: char| before.is_ascii();
        if blank && c.is_ascii() && paragraph.text.chars().next_back().is_some_and(is_ascii) {
            paragraph.text.push(' ');
        }
        if (!follows || blank)
            && let Some(run) = run(cursor.run)
        {
            paragraph.runs.push(Run { start: paragraph.text.len(), column, ..*run });
        }
        (follows, blank) = (true, false);
        paragraph.text.push(c);
    }
    cursor.byte = end;
}
