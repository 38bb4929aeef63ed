//! The words of lines put together, each character with its line and place in the source.

use std::ops::Range;

use domain::tree::{Paragraph, Run};

use crate::letters::signs;

/// A place in a line: the next byte, the run it is of, and its character in the line of the source. The parts of a line are read
/// one after the other, so that a line is passed once however many clauses begin in it.
#[derive(Debug, Default)]
pub(super) struct Cursor {
    byte: usize,
    run: usize,
    column: u32,
}

impl Cursor {
    /// Takes the run that begins here.
    fn enter_run(&mut self, line: &Paragraph) {
        if self.byte == 0
            && let Some(first) = line.runs.first().filter(|run| run.start == 0)
        {
            self.column = first.column;
        }
        while let Some(next) = line.runs.get(self.run + 1).filter(|run| run.start <= self.byte) {
            self.run += 1;
            self.column = next.column;
        }
    }

    /// The words from here to a byte, as far as they are of one run.
    fn stretch<'l>(&self, line: &'l Paragraph, end: usize) -> &'l str {
        let stop = line.runs.get(self.run + 1).map_or(end, |next| next.start.min(end));
        line.text.get(self.byte..stop).unwrap_or_default()
    }

    /// Goes on behind words that stand here.
    fn pass(&mut self, words: &str) {
        self.byte += words.len();
        self.column = self.column.saturating_add(u32::try_from(words.chars().count()).unwrap_or(u32::MAX));
    }
}

/// Appends part of a line to a paragraph. Blanks beside a Chinese character go: a printed page sets them to fill its lines.
pub(super) fn push(paragraph: &mut Paragraph, line: &Paragraph, part: Range<usize>, cursor: &mut Cursor) {
    let text = line.text.as_str();
    // Bytes are counted in the trimmed line.
    let shift = text.len() - text.trim_start().len();
    let (start, end) = (shift + part.start, (shift + part.end).min(text.len()));
    let mut blank = false;
    while cursor.byte < end {
        cursor.enter_run(line);
        let is_before = cursor.byte < start;
        let stretch = cursor.stretch(line, if is_before { start } else { end });
        if stretch.is_empty() {
            break;
        }
        if is_before {
            cursor.pass(stretch);
            continue;
        }
        let first_blank = signs(stretch).find(|(_, c)| c.is_whitespace());
        let words = first_blank.and_then(|(at, _)| stretch.get(..at)).unwrap_or(stretch);
        if !words.is_empty() {
            let is_ascii = |c: char| c.is_ascii();
            if blank && words.starts_with(is_ascii) && paragraph.text.ends_with(is_ascii) {
                paragraph.text.push(' ');
            }
            if let Some(run) = line.runs.get(cursor.run).filter(|run| run.start <= cursor.byte) {
                paragraph.runs.push(Run { start: paragraph.text.len(), column: cursor.column, ..*run });
            }
            paragraph.text.push_str(words);
            cursor.pass(words);
            blank = false;
        }
        if let Some((at, c)) = first_blank {
            cursor.pass(stretch.get(at..at + c.len_utf8()).unwrap_or_default());
            blank = true;
        }
    }
    cursor.byte = end;
}
