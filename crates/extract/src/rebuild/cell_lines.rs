//! Tables written one cell a line, as they come out of a page or a spreadsheet that lost its cells, with a bar behind each
//! cell or without.
//!
//! Recognised by captions on lines of their own and, below them, ordinals that count on with about as many lines between
//! them as there are captions; without ordinals, by lines that look alike at the distance of the captions. Where blank lines
//! stand between the cells, more of them than usual are cells without words. Not a table: a list of headings, a numbered
//! text, a table whose cells are wrapped over several lines each (a PDF reader's, see `table::flattened`).

mod numbered;
mod periodic;

use std::ops::Range;

use crate::letters::holds_sign;
use domain::tree::TableRow;

use super::atoms::Atom;
use super::fitting::tells;
use super::{Found, row_of};
use crate::numerals::{fold_digits, short_han_number};
use crate::table::evidence::{CaptionKind, caption};
use crate::table::numbering::heading;

/// No caption has more characters.
const LONGEST_CAPTION: usize = 16;
/// No such table has more columns.
const MOST_COLUMNS: usize = 18;
/// A table has at least so many columns.
const FEWEST_COLUMNS: usize = 3;
/// A heading between rows that has no number has no more characters.
const LONGEST_HEADING: usize = 30;
/// Between two rows so many numbers may be left out, and one more than that.
const MOST_LEFT_OUT: u32 = 10;
/// Columns that reach down, or stand before numbers without a caption, are at most so many.
const MOST_IN_FRONT: usize = 2;
/// A row takes at most so many times the lines it should.
const LONGEST_ROW: usize = 4;

/// The table whose captions begin at an atom, and the atom behind it.
pub(super) fn find(atoms: &[Atom<'_>], at: usize) -> Option<(Found, usize)> {
    let first = atoms.get(at)?;
    // Hardly ever do so many lines behind one another look like captions, so this is asked first.
    if !atoms.get(at..at + FEWEST_COLUMNS)?.iter().all(|atom| has_form_of_caption(&atom.text)) {
        return None;
    }
    // The first caption may be one never met before: 议题号.
    let is_known = |at: usize| atoms.get(at).is_some_and(|atom| atom.caption().is_some());
    if !is_known(at) && !is_known(at + 1) || !first.may_be_caption(may_be_caption) {
        return None;
    }
    let run = caption_run(atoms, at);
    let kinds = || atoms.iter().skip(at).take(run).map(|atom| atom.caption());
    // A title over the captions is none of them.
    let is_title = kinds().next() == Some(None) && kinds().any(|kind| kind == Some(CaptionKind::Number));
    if run < FEWEST_COLUMNS || is_title {
        return None;
    }
    let Layout { rows, uncaptioned, agreeing } =
        numbered::numbered(atoms, at, run).or_else(|| periodic::unnumbered(atoms, at, run))?;
    // 重点任务分解 over 序号: a title that reads like a caption shifts every column; without it more captions agree.
    let number_follows = kinds().skip(1).any(|kind| kind == Some(CaptionKind::Number));
    if number_follows && numbered::numbered(atoms, at + 1, run - 1).is_some_and(|other| other.agreeing > agreeing) {
        return None;
    }
    let behind = rows.last()?.atoms.end;
    let header = atoms.get(at..rows.first()?.atoms.start)?;
    let place = |column: usize| column + usize::from(uncaptioned.is_some_and(|blank| blank <= column));
    let captions = header.iter().enumerate().map(|(column, atom)| (place(column), vec![atom]));
    let mut found: Vec<(usize, TableRow)> = vec![(first.block, row_of(captions.collect()))];
    for row in rows {
        let lines = atoms.get(row.atoms.clone())?;
        for part in parts(lines, &row.columns) {
            let block = part.first().and_then(|(_, words)| words.first())?.block;
            let first_column = part.first().map_or(0, |(column, _)| *column);
            let mut made = row_of(part);
            match made.cells.as_mut_slice() {
                [only] if row.is_heading => only.columns = place(header.len()),
                _ => {}
            }
            // Behind its first part a row says only what differs: the other cells reach down.
            if row.columns.first().is_some_and(|first| *first < first_column) {
                reach_down(&mut found, &made);
            }
            found.push((block, made));
        }
    }
    let blocks = first.block..atoms.get(behind.checked_sub(1)?)?.behind;
    Some((Found { blocks, rows: found }, behind))
}

/// The cells of each part of a row: a part begins where the columns begin again.
fn parts<'a, 't>(lines: &'a [Atom<'t>], columns: &[usize]) -> Vec<Vec<(usize, Vec<&'a Atom<'t>>)>> {
    let mut parts: Vec<Vec<(usize, Vec<&Atom<'_>>)>> = vec![Vec::new()];
    for (atom, column) in lines.iter().zip(columns) {
        let before = parts.last().and_then(|part| part.last()).map(|(last, _)| *last);
        if before.is_some_and(|before| *column < before) {
            parts.push(Vec::new());
        }
        let Some(part) = parts.last_mut() else { continue };
        match part.last_mut().filter(|(last, _)| last == column) {
            Some((_, words)) => words.push(atom),
            None => part.push((*column, vec![atom])),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Lets the cells that a row leaves out reach down from the last row that has them.
fn reach_down(found: &mut [(usize, TableRow)], row: &TableRow) {
    let own = |column: usize| row.cells.iter().any(|cell| cell.column == column);
    let mut seen: Vec<usize> = Vec::new();
    for (back, (_, above)) in found.iter_mut().skip(1).rev().enumerate() {
        let begins = above.cells.iter().any(|cell| cell.column == 0);
        for cell in above.cells.iter_mut().filter(|cell| !own(cell.column)) {
            if !seen.contains(&cell.column) {
                seen.push(cell.column);
                cell.rows = cell.rows.max(back + 2);
            }
        }
        if begins || back >= MOST_COLUMNS {
            break;
        }
    }
}

/// The rows of a table under its captions.
#[derive(Debug)]
struct Layout {
    rows: Vec<Row>,
    /// The column of numbers where it has no caption.
    uncaptioned: Option<usize>,
    /// How many captions say what their cells look like.
    agreeing: usize,
}

/// A row of the table: its atoms, and the column of each.
#[derive(Debug)]
struct Row {
    atoms: Range<usize>,
    columns: Vec<usize>,
    is_heading: bool,
}

impl Row {
    fn heading(at: usize) -> Self {
        Self { atoms: at..at + 1, columns: vec![0], is_heading: true }
    }
}

/// Whether the words of an atom may stand over a column.
fn may_be_caption(atom: &Atom<'_>) -> bool {
    let words = atom.text.as_ref();
    has_form_of_caption(words)
        && ordinal(words).is_none()
        && !is_heading(words)
        && !(atom.has_blanks && holds_captions(words))
        && (atom.caption().is_some() || !tells(atom.cell()))
}

/// Whether words are as short and plain as a caption.
fn has_form_of_caption(words: &str) -> bool {
    !words.is_empty()
        && words.len() <= LONGEST_CAPTION * 4
        && words.chars().count() <= LONGEST_CAPTION
        && !holds_sign(words, &['。', '；', '，', '：', ':', '！', '?', '？'])
        && (!words.starts_with(|c: char| c.is_ascii_digit()) || begins_with_year(words))
        // 各销售单元, 各责任单位: all bodies of a kind, in a cell.
        && !words.starts_with('各')
}

/// 2024年建设内容 may be a caption, 2024年6月 and 3个 are cells.
fn begins_with_year(words: &str) -> bool {
    let year = words.get(..4).is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    let behind = words.get(4..).and_then(|behind| behind.strip_prefix('年'));
    year && behind.is_some_and(|behind| behind.starts_with(|c: char| !c.is_ascii_digit()))
}

/// Whether several captions share a line, as a PDF reader leaves them.
fn holds_captions(words: &str) -> bool {
    words.split_whitespace().filter(|part| part.chars().count() > 1 && caption(part).is_some()).nth(1).is_some()
}

/// How many atoms from `at` on may be captions, most of them known as such.
fn caption_run(atoms: &[Atom<'_>], at: usize) -> usize {
    let gap = atoms.get(at + 1).map_or(0, |atom| atom.blanks);
    let mut known = 0;
    let mut run = 0;
    for (offset, atom) in atoms.iter().skip(at).take(MOST_COLUMNS).enumerate() {
        let in_step = offset == 0 || atom.blanks == gap && !atom.after_break;
        if !in_step || !atom.may_be_caption(may_be_caption) {
            break;
        }
        let is_known = atom.caption().is_some();
        known += usize::from(is_known);
        if known * 2 >= offset {
            run = offset + 1;
        }
    }
    run
}

/// A number alone on its line: 1, ２, 3., 四.
fn ordinal(words: &str) -> Option<u32> {
    let bare = words.trim_end_matches(['.', '、', '．']);
    if bare.is_empty() || bare.len() > 12 {
        return None;
    }
    let folded = fold_digits(bare);
    if folded.bytes().all(|b| b.is_ascii_digit()) {
        return (folded.len() <= 4).then(|| folded.parse().ok()).flatten();
    }
    short_han_number(bare)
}

/// A heading between rows: 一、…, （二）….
fn is_heading(words: &str) -> bool {
    heading(words).is_some() && !words.ends_with(['。', '；'])
}
