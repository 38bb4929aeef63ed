//! Tables whose cells run on with one blank between them, over as many wrapped lines as it takes.
//!
//! Recognised by a line of captions behind which, on the same line, the first row begins, and by numbers that count on with
//! about as many parts between them as there are captions.

use crate::letters::holds_sign;
use domain::tree::{Cell, Paragraph, Run};

use super::Found;
use super::atoms::Atom;
use super::fitting::{Column, fit, tells};
use crate::table::evidence::{CaptionKind, CellKind, caption, cell};

/// A table has at least so many columns and at most so many.
const COLUMNS: std::ops::RangeInclusive<usize> = 3..=14;
/// A line that is this much narrower than the one before it, in half-width columns, ends the text.
const SLACK: usize = 6;
/// No text of more lines is put together.
const MOST_LINES: usize = 200;
/// No longer text is cut into cells, in bytes: each is looked up from the beginning of its line.
const LONGEST_TEXT: usize = 100_000;

/// The table whose captions begin on an atom's line, and the atom behind it.
pub(super) fn find(atoms: &[Atom<'_>], at: usize) -> Option<(Found, usize)> {
    let first = atoms.get(at)?;
    if !first.has_blanks {
        return None;
    }
    let opening = first.text.split_whitespace().next()?;
    if caption(opening) != Some(CaptionKind::Number) {
        return None;
    }
    let width = first.text.split_whitespace().take_while(|part| is_caption(part)).count();
    let begins = first.text.split_whitespace().nth(width).is_some_and(|part| part.bytes().all(|b| b.is_ascii_digit()));
    if !COLUMNS.contains(&width) || !begins {
        return None;
    }
    let behind = end_of_text(atoms, at);
    let whole = joined(atoms.get(at..behind)?);
    if whole.text.len() > LONGEST_TEXT {
        return None;
    }
    let parts = parts(&whole.text);
    let captions = parts.get(..width)?;
    let starts = starts(&whole.text, &parts, width)?;
    let mut columns: Vec<Column> =
        captions.iter().map(|(from, to)| Column::under(whole.text.get(*from..*to).and_then(caption))).collect();
    let words = |(from, to): &(usize, usize)| whole.text.get(*from..*to).unwrap_or("");
    let ends = starts.iter().skip(1).copied().chain([parts.len()]);
    let rows: Vec<&[(usize, usize)]> = starts.iter().zip(ends).filter_map(|(from, to)| parts.get(*from..to)).collect();
    let full: Vec<&&[(usize, usize)]> = rows.iter().filter(|row| row.len() == width).collect();
    for row in &full {
        columns.iter_mut().zip(row.iter()).for_each(|(column, part)| column.see(cell(words(part))));
    }
    let told = columns.iter().filter(|column| column.usual().is_some_and(tells)).count();
    if full.len() < 2 || full.len() * 2 < rows.len() || told < 2 {
        return None;
    }
    let block_at = |byte: usize| {
        let line = whole.source_of(byte..byte + 1).map_or(0, |range| range.line);
        let found = atoms.get(at..behind).unwrap_or_default().iter().rev().find(|atom| {
            atom.paragraphs.first().and_then(|words| words.runs.first()).is_some_and(|run| run.line <= line)
        });
        found.map_or(first.block, |atom| atom.block)
    };
    let mut found = vec![(first.block, super::row_of_cells(cells(&whole, captions, &(0..width).collect::<Vec<_>>())))];
    for row in rows {
        let kinds: Vec<CellKind> = row.iter().map(|part| cell(words(part))).collect();
        let placed = if row.len() == width { (0..width).collect() } else { fit(&kinds, &columns)? };
        let block = block_at(row.first()?.0);
        // A row that begins in the middle of a line leaves that line to the row before.
        let block = if found.last().is_some_and(|(before, _)| *before >= block) { None } else { Some(block) };
        let block = block.or_else(|| found.last().map(|(before, _)| *before))?;
        found.push((block, super::row_of_cells(cells(&whole, row, &placed))));
    }
    let blocks = first.block..atoms.get(behind - 1)?.behind;
    Some((Found { blocks, rows: found }, behind))
}

fn is_caption(part: &str) -> bool {
    !part.starts_with(|c: char| c.is_ascii_digit())
        && part.chars().count() <= 16
        && !holds_sign(part, &['。', '，', '；'])
}

/// The atom behind the last line of a text: the first that leaves room.
fn end_of_text(atoms: &[Atom<'_>], at: usize) -> usize {
    let width = |atom: &Atom<'_>| atom.text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let mut behind = at + 1;
    let mut full = atoms.get(at).map_or(0, width);
    while behind < atoms.len().min(at + MOST_LINES) {
        let Some(atom) = atoms.get(behind).filter(|atom| !atom.after_break && atom.blanks == 0) else { break };
        let before = atoms.get(behind - 1).map_or(0, width);
        if before + SLACK < full {
            break;
        }
        full = full.max(width(atom));
        behind += 1;
    }
    behind
}

/// The lines as one paragraph.
fn joined(lines: &[Atom<'_>]) -> Paragraph {
    let mut whole = Paragraph { is_whole: true, ..Paragraph::default() };
    for paragraph in lines.iter().flat_map(|atom| atom.paragraphs.iter()) {
        let start = whole.text.len();
        whole.runs.extend(paragraph.runs.iter().map(|run| Run { start: run.start + start, ..*run }));
        whole.text.push_str(&paragraph.text);
    }
    whole
}

/// First byte and byte behind the last of each part between blanks.
fn parts(text: &str) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_whitespace(), open) {
            (true, Some(from)) => {
                parts.push((from, at));
                open = None;
            }
            (false, None) => open = Some(at),
            _ => {}
        }
    }
    parts
}

/// The parts that number the rows, counting on from the first.
fn starts(text: &str, parts: &[(usize, usize)], width: usize) -> Option<Vec<usize>> {
    let number = |at: usize| {
        let (from, to) = parts.get(at)?;
        text.get(*from..*to)?.parse::<u32>().ok()
    };
    let mut starts = vec![width];
    let mut expected = number(width)? + 1;
    loop {
        let last = *starts.last()?;
        let reach = last + 2..parts.len().min(last + width * 2);
        let Some(next) = reach.filter(|at| number(*at) == Some(expected)).min_by_key(|at| (at - last).abs_diff(width))
        else {
            break;
        };
        starts.push(next);
        expected += 1;
    }
    Some(starts)
}

/// The cells of a row; parts of one column are one paragraph with a blank between.
fn cells(whole: &Paragraph, parts: &[(usize, usize)], columns: &[usize]) -> Vec<Cell> {
    let mut cells: Vec<(usize, usize, usize)> = Vec::new();
    for ((from, to), column) in parts.iter().zip(columns) {
        match cells.last_mut().filter(|(last, ..)| last == column) {
            Some((_, _, end)) => *end = *to,
            None => cells.push((*column, *from, *to)),
        }
    }
    let one = |(column, from, to): (usize, usize, usize)| {
        let text = whole.text.get(from..to).unwrap_or("").to_owned();
        let words = Paragraph { text, runs: whole.runs_of(from..to), is_whole: true, ..Paragraph::default() };
        Cell::at(column, vec![words])
    };
    cells.into_iter().map(one).collect()
}
