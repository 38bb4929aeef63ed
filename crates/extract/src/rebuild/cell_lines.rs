//! Tables written one cell a line, as they come out of a page or a spreadsheet that lost its cells, with a bar behind each
//! cell or without.
//!
//! Recognised by captions on lines of their own and, below them, ordinals that count on with about as many lines between
//! them as there are captions; without ordinals, by lines that look alike at the distance of the captions. Where blank lines
//! stand between the cells, more of them than usual are cells without words. Not a table: a list of headings, a numbered
//! text, a table whose cells are wrapped over several lines each (a PDF reader's, see `table::flattened`).

use std::ops::Range;

use domain::tree::TableRow;

use super::atoms::Atom;
use super::fitting::{Column, fit, tells};
use super::{Found, row_of};
use crate::numerals::{fold_digits, number};
use crate::table::evidence::{CaptionKind, CellKind, caption};
use crate::table::numbering::heading;

/// No caption has more characters.
const LONGEST_CAPTION: usize = 16;
/// No such table has more columns.
const MOST_COLUMNS: usize = 18;
/// A table has at least so many columns.
const FEWEST_COLUMNS: usize = 3;
/// A row takes at most so many times the lines it should.
const LONGEST_ROW: usize = 4;

/// The table whose captions begin at an atom, and the atom behind it.
pub(super) fn find(atoms: &[Atom<'_>], at: usize) -> Option<(Found, usize)> {
    let first = atoms.get(at)?;
    // The first caption may be one never met before: 议题号. Few lines are captions, so this is asked first.
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
    let rows = numbered(atoms, at, run).or_else(|| unnumbered(atoms, at, run))?;
    let behind = rows.last()?.atoms.end;
    let header = atoms.get(at..rows.first()?.atoms.start)?;
    let mut found: Vec<(usize, TableRow)> =
        vec![(first.block, row_of(header.iter().map(|atom| vec![atom]).enumerate().collect()))];
    for row in rows {
        let lines = atoms.get(row.atoms.clone())?;
        let mut cells: Vec<(usize, Vec<&Atom<'_>>)> = Vec::new();
        for (atom, column) in lines.iter().zip(&row.columns) {
            match cells.last_mut().filter(|(last, _)| last == column) {
                Some((_, words)) => words.push(atom),
                None => cells.push((*column, vec![atom])),
            }
        }
        let mut made = row_of(cells);
        if let ([only], true) = (made.cells.as_mut_slice(), row.is_heading) {
            only.columns = header.len();
        }
        found.push((lines.first()?.block, made));
    }
    let blocks = first.block..atoms.get(behind.checked_sub(1)?)?.behind;
    Some((Found { blocks, rows: found }, behind))
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
    !words.is_empty()
        && words.len() <= LONGEST_CAPTION * 4
        && words.chars().count() <= LONGEST_CAPTION
        && !words.contains(['。', '；', '，', '：', ':', '！', '?', '？'])
        && !words.starts_with(|c: char| c.is_ascii_digit())
        && ordinal(words).is_none()
        && !is_heading(words)
        && !holds_captions(words)
        && (atom.caption().is_some() || !tells(atom.cell()))
}

/// Whether several captions share a line, as a PDF reader leaves them.
fn holds_captions(words: &str) -> bool {
    words.contains(char::is_whitespace)
        && words.split_whitespace().filter(|part| part.chars().count() > 1 && caption(part).is_some()).nth(1).is_some()
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
    let chinese = bare.chars().count() <= 3 && bare.chars().all(|c| "一二三四五六七八九十".contains(c));
    chinese.then(|| number(bare)).flatten()
}

/// A heading between rows: 一、…, （二）….
fn is_heading(words: &str) -> bool {
    heading(words).is_some() && !words.ends_with(['。', '；'])
}

/// The rows of a table whose rows are numbered. `at` is the first caption.
fn numbered(atoms: &[Atom<'_>], at: usize, run: usize) -> Option<Vec<Row>> {
    let place = (at..at + run)
        .find(|at| atoms.get(*at).and_then(|atom| atom.caption()) == Some(CaptionKind::Number))
        .map_or(0, |place| place - at);
    // The captions end before the first number, with headings and what stands before the column of numbers between.
    let first = (at + run.min(2)..atoms.len().min(at + run + place + 3))
        .find(|at| atoms.get(*at).is_some_and(|atom| ordinal(&atom.text).is_some()))?;
    let headings = (at..first).rev().take_while(|at| atoms.get(*at).is_some_and(|atom| is_heading(&atom.text))).count();
    let width = (first - at).checked_sub(headings + place)?;
    if width < FEWEST_COLUMNS || width > run || place + 1 >= width {
        return None;
    }
    let mut reader = Numbered { atoms, width, place, gap: gap_of(atoms, at, width), rows: Vec::new() };
    reader.rows.extend((first - headings..first).map(Row::heading));
    let starts = reader.starts(first)?;
    reader.read(&starts);
    let captions: Vec<Option<CaptionKind>> = atoms.get(at..at + width)?.iter().map(|atom| atom.caption()).collect();
    reader.settle(&captions).then_some(reader.rows)
}

/// How many blank lines stand between two cells.
fn gap_of(atoms: &[Atom<'_>], at: usize, width: usize) -> usize {
    atoms.get(at + 1..at + width).unwrap_or_default().iter().map(|atom| atom.blanks).min().unwrap_or(0)
}

struct Numbered<'a, 't> {
    atoms: &'a [Atom<'t>],
    width: usize,
    /// The column of the numbers.
    place: usize,
    gap: usize,
    rows: Vec<Row>,
}

impl Numbered<'_, '_> {
    /// The atoms that number the rows, counting on from the first.
    fn starts(&self, first: usize) -> Option<Vec<usize>> {
        let body = self.width - self.place;
        let mut starts = vec![first];
        let mut expected = ordinal(&self.atoms.get(first)?.text)? + 1;
        loop {
            let last = *starts.last()?;
            let reach = last + 2..self.atoms.len().min(last + body * LONGEST_ROW + 2);
            // A cell may hold a number, too: the one at the distance of the columns is the likeliest.
            let fits = |at: &usize| self.atoms.get(*at).is_some_and(|atom| ordinal(&atom.text) == Some(expected));
            let broken = reach.clone().find(|at| self.atoms.get(*at).is_some_and(|atom| atom.after_break));
            let candidates = reach.filter(|at| broken.is_none_or(|broken| *at < broken)).filter(fits);
            let Some(next) = candidates.min_by_key(|at| (at - last).abs_diff(self.width)) else { break };
            starts.push(next);
            expected += 1;
        }
        Some(starts)
    }

    /// Cuts the atoms into rows at their numbers.
    fn read(&mut self, starts: &[usize]) {
        let body = self.width - self.place;
        let mut front = 0;
        for (at, start) in starts.iter().enumerate() {
            let from = start - front.min(*start);
            let limit = starts.get(at + 1).copied().unwrap_or_else(|| self.end_of_last(*start));
            let mut end = limit;
            // Headings stand between the rows, and what comes before the number of the next row belongs to that.
            let is_last = at + 1 == starts.len();
            let mut headings = Vec::new();
            while !is_last && end > start + 1 && self.atoms.get(end - 1).is_some_and(|atom| is_heading(&atom.text)) {
                end -= 1;
                headings.push(Row::heading(end));
            }
            front = 0;
            if !is_last && headings.is_empty() && self.place > 0 {
                front = (end - start).saturating_sub(body).min(self.place);
                end -= front;
            }
            self.rows.push(Row { atoms: from..end, columns: Vec::new(), is_heading: false });
            headings.reverse();
            self.rows.extend(headings);
        }
    }

    /// Where the last row ends: it has as many cells as there are columns, counting those without words.
    fn end_of_last(&self, start: usize) -> usize {
        let body = self.width - self.place;
        let (mut cells, mut at) = (1, start + 1);
        while cells < body {
            let Some(atom) = self.atoms.get(at).filter(|atom| !atom.after_break) else { break };
            let cell = self.blank_before(atom) + 1;
            if cells + cell > body {
                break;
            }
            cells += cell;
            at += 1;
        }
        at
    }

    /// How many cells without words the blank lines before an atom stand for.
    fn blank_before(&self, atom: &Atom<'_>) -> usize {
        let more = atom.blanks.saturating_sub(self.gap);
        if more.is_multiple_of(self.gap + 1) { more / (self.gap + 1) } else { 0 }
    }

    /// Gives every atom its column; whether enough rows had as many cells as there are columns.
    fn settle(&mut self, captions: &[Option<CaptionKind>]) -> bool {
        let mut columns: Vec<Column> = captions.iter().map(|caption| Column::under(*caption)).collect();
        let (mut sure, mut all) = (0, 0);
        for at in 0..self.rows.len() {
            let Some(row) = self.rows.get(at).filter(|row| !row.is_heading) else { continue };
            all += 1;
            let Some(placed) = self.direct(row) else { continue };
            sure += 1;
            let lines = self.atoms.get(row.atoms.clone()).unwrap_or_default();
            for (atom, column) in lines.iter().zip(&placed) {
                if let Some(column) = columns.get_mut(*column) {
                    column.see(atom.cell());
                }
            }
            if let Some(row) = self.rows.get_mut(at) {
                row.columns = placed;
            }
        }
        if sure * 2 < all || all == 0 || !says_enough(&columns) {
            return false;
        }
        for row in self.rows.iter_mut().filter(|row| row.columns.is_empty()) {
            let lines = self.atoms.get(row.atoms.clone()).unwrap_or_default();
            let kinds: Vec<CellKind> = lines.iter().map(|atom| atom.cell()).collect();
            match fit(&kinds, &columns) {
                Some(fitted) => row.columns = fitted,
                None => return false,
            }
        }
        true
    }

    /// The columns of a row's atoms where their count leaves no doubt.
    fn direct(&self, row: &Row) -> Option<Vec<usize>> {
        let lines = self.atoms.get(row.atoms.clone())?;
        let before = lines.iter().position(|atom| ordinal(&atom.text).is_some()).filter(|at| *at <= self.place)?;
        // What is merged over several rows is left out in front.
        let missing = self.place - before;
        if lines.len() + missing == self.width {
            return Some((missing..self.width).collect());
        }
        let mut columns = Vec::with_capacity(lines.len());
        let mut column = missing;
        for (at, atom) in lines.iter().enumerate() {
            column += usize::from(at > 0) * (1 + self.blank_before(atom));
            columns.push(column);
        }
        // Behind the last words blank cells may follow.
        let fits = column < self.width
            && column + 2 >= self.width
            && lines.iter().skip(1).any(|atom| self.blank_before(atom) > 0);
        fits.then_some(columns)
    }
}

/// Whether the columns are those of a list: text, and units or times beside it.
fn says_enough(columns: &[Column]) -> bool {
    let usual = |kind| columns.iter().any(|column| column.usual() == Some(kind));
    let told = columns.iter().filter(|column| column.usual().is_some_and(tells)).count();
    let text = usual(CellKind::Text) || usual(CellKind::Other) || columns.iter().any(|column| column.usual().is_none());
    text && told >= 1
}

/// The rows of a table without numbers: lines that look alike at the distance of the captions.
fn unnumbered(atoms: &[Atom<'_>], at: usize, run: usize) -> Option<Vec<Row>> {
    let has_numbers = atoms.get(at..at + run)?.iter().any(|atom| atom.caption() == Some(CaptionKind::Number));
    let told = |atom: &Atom<'_>| matches!(atom.caption(), Some(CaptionKind::Unit | CaptionKind::Time));
    if has_numbers || !atoms.get(at..at + run)?.iter().any(told) {
        return None;
    }
    (FEWEST_COLUMNS..=run).rev().find_map(|width| periodic(atoms, at, width))
}

/// The rows below so many captions, as long as their telling columns stay alike. At least two are needed.
fn periodic(atoms: &[Atom<'_>], at: usize, width: usize) -> Option<Vec<Row>> {
    let first: Vec<CellKind> = atoms.get(at + width..at + width * 2)?.iter().map(|atom| atom.cell()).collect();
    let telling: Vec<(usize, CellKind)> = first.iter().copied().enumerate().filter(|(_, kind)| tells(*kind)).collect();
    let fits = |start: usize| {
        let Some(row) = atoms.get(start..start + width) else { return false };
        let unbroken = row.iter().all(|atom| !atom.after_break);
        unbroken && telling.iter().all(|(column, kind)| row.get(*column).is_some_and(|atom| atom.cell() == *kind))
    };
    // The captions say the same of the columns as the cells do.
    let agrees = telling.iter().any(|(column, kind)| {
        let said = atoms.get(at + column).and_then(|atom| atom.caption());
        matches!((said, kind), (Some(CaptionKind::Unit), CellKind::Unit) | (Some(CaptionKind::Time), CellKind::Time))
    });
    if !agrees || !first.iter().any(|kind| matches!(kind, CellKind::Text | CellKind::Other)) {
        return None;
    }
    let rows: Vec<Row> = (1..)
        .map(|row| at + width * row)
        .take_while(|start| fits(*start))
        .map(|start| Row { atoms: start..start + width, columns: (0..width).collect(), is_heading: false })
        .collect();
    (rows.len() >= 2).then_some(rows)
}
