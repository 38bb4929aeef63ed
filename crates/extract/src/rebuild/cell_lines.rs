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
use super::fitting::{Column, fit_parts, tells};
use super::{Found, row_of};
use crate::numerals::{fold_digits, short_han_number};
use crate::table::evidence::{CaptionKind, CellKind, caption};
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
/// A row takes at most so many times the lines it should.
const LONGEST_ROW: usize = 4;

/// The table whose captions begin at an atom, and the atom behind it.
pub(super) fn find(atoms: &[Atom<'_>], at: usize) -> Option<(Found, usize)> {
    let first = atoms.get(at)?;
    // The first caption may be one never met before: 议题号. Few lines are captions, so this is asked first.
    let is_known = |at: usize| atoms.get(at).is_some_and(|atom| atom.caption().is_some());
    if !has_form_of_caption(&first.text) || !is_known(at) && !is_known(at + 1) || !first.may_be_caption(may_be_caption)
    {
        return None;
    }
    let run = caption_run(atoms, at);
    let kinds = || atoms.iter().skip(at).take(run).map(|atom| atom.caption());
    // A title over the captions is none of them.
    let is_title = kinds().next() == Some(None) && kinds().any(|kind| kind == Some(CaptionKind::Number));
    if run < FEWEST_COLUMNS || is_title {
        return None;
    }
    let Layout { rows, uncaptioned, agreeing } = numbered(atoms, at, run).or_else(|| unnumbered(atoms, at, run))?;
    // 重点任务分解 over 序号: a title that reads like a caption shifts every column; without it more captions agree.
    let number_follows = kinds().skip(1).any(|kind| kind == Some(CaptionKind::Number));
    if number_follows && numbered(atoms, at + 1, run - 1).is_some_and(|other| other.agreeing > agreeing) {
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
        && !words.contains(['。', '；', '，', '：', ':', '！', '?', '？'])
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

/// The rows of a table whose rows are numbered. `at` is the first caption. The numbers stand under their caption, under one
/// never met before, or under none: then the layout counts whose captions agree best with their cells.
fn numbered(atoms: &[Atom<'_>], at: usize, run: usize) -> Option<Layout> {
    let captions = atoms.get(at..at + run)?;
    if let Some(place) = captions.iter().position(|atom| atom.caption() == Some(CaptionKind::Number)) {
        let first = first_number(atoms, at, run, place)?;
        let counted = headings_before(atoms, at, first - place.min(first));
        // What stands over the first row without a number may be a caption never met before or a heading.
        let may_be_heading =
            place == 0 && counted == 0 && atoms.get(first - 1).is_some_and(|atom| atom.caption().is_none());
        let layouts = (counted..=counted + usize::from(may_be_heading)).filter_map(|headings| {
            let width = first.checked_sub(at + headings + place)?;
            numbered_as(atoms, at, run, Shape { first, headings, place, width, uncaptioned: false })
        });
        // Of the two readings the one that reaches further.
        let reach = |layout: &Layout| (layout.rows.len(), layout.agreeing);
        return layouts.reduce(|best, other| if reach(&other) > reach(&best) { other } else { best });
    }
    let first = first_number(atoms, at, run, 0)?;
    let headings = headings_before(atoms, at, first);
    let under_first = Shape { first, headings, place: 0, width: first.checked_sub(at + headings)?, uncaptioned: false };
    let under_none = (0..=MOST_IN_FRONT).filter_map(|place| {
        let captions = first.checked_sub(at + place).filter(|captions| *captions <= run)?;
        Some(Shape { first, headings: 0, place, width: captions + 1, uncaptioned: true })
    });
    let layouts = std::iter::once(under_first).chain(under_none).filter_map(|shape| numbered_as(atoms, at, run, shape));
    // Of equals the first.
    layouts.reduce(|best, other| if other.agreeing > best.agreeing { other } else { best })
}

/// Before a column of numbers without a caption stand at most so many columns.
const MOST_IN_FRONT: usize = 2;

/// How the numbers of a table stand.
struct Shape {
    /// The first number.
    first: usize,
    /// How many headings stand before the first row.
    headings: usize,
    /// The column of the numbers.
    place: usize,
    /// How many columns there are.
    width: usize,
    /// Whether no caption stands over the numbers.
    uncaptioned: bool,
}

/// The first number below the captions, with headings and what stands before the column of numbers between.
fn first_number(atoms: &[Atom<'_>], at: usize, run: usize, place: usize) -> Option<usize> {
    let reach = at + run.min(2)..atoms.len().min(at + run + place + 3);
    reach.into_iter().find(|at| atoms.get(*at).is_some_and(|atom| ordinal(&atom.text).is_some()))
}

fn headings_before(atoms: &[Atom<'_>], at: usize, row: usize) -> usize {
    (at..row).rev().take_while(|at| atoms.get(*at).is_some_and(|atom| is_heading(&atom.text))).count()
}

fn numbered_as(atoms: &[Atom<'_>], at: usize, run: usize, shape: Shape) -> Option<Layout> {
    let Shape { first, headings, place, width, uncaptioned } = shape;
    let captioned = width - usize::from(uncaptioned);
    if captioned < FEWEST_COLUMNS || captioned > run || place + 1 >= width {
        return None;
    }
    let mut reader = Numbered { atoms, width, place, gap: gap_of(atoms, at, captioned), rows: Vec::new() };
    let begin = first - place;
    reader.rows.extend((begin - headings..begin).map(Row::heading));
    let starts = reader.starts(first)?;
    reader.read(&starts);
    let mut captions: Vec<Option<CaptionKind>> =
        atoms.get(at..at + captioned)?.iter().map(|atom| atom.caption()).collect();
    if uncaptioned {
        captions.insert(place, Some(CaptionKind::Number));
    }
    let agreeing = reader.settle(&captions)?;
    Some(Layout { rows: reader.rows, uncaptioned: uncaptioned.then_some(place), agreeing })
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
            let counted = candidates.min_by_key(|at| (at - last).abs_diff(self.width)).map(|at| (at, expected));
            let Some((next, number)) = counted.or_else(|| self.after_a_gap(last, expected, broken)) else { break };
            starts.push(next);
            expected = number + 1;
        }
        Some(starts)
    }

    /// The number of the next row where some are left out, as in the excerpt of a list: it stands at the distance of the
    /// columns, or behind a heading.
    fn after_a_gap(&self, last: usize, expected: u32, broken: Option<usize>) -> Option<(usize, u32)> {
        (last + self.width..=last + self.width + 1).filter(|at| broken.is_none_or(|broken| *at < broken)).find_map(
            |at| {
                let number = ordinal(&self.atoms.get(at)?.text)?;
                (expected + 1..expected + MOST_LEFT_OUT).contains(&number).then_some((at, number))
            },
        )
    }

    /// Whether the last atom of a row that has one too many is a heading of the rows below, without a number.
    fn ends_with_heading(&self, start: usize, end: usize) -> bool {
        let body = self.width - self.place;
        let last_cell =
            self.atoms.get(end - 2).filter(|atom| tells(atom.cell()) && !atom.text.ends_with(['、', '，', '；']));
        let over = self.atoms.get(end - 1).filter(|atom| {
            !tells(atom.cell())
                && atom.text.chars().count() <= LONGEST_HEADING
                && !atom.text.contains(['。', '；', '，', '：', ':'])
        });
        self.place == 0 && end - start == body + 1 && last_cell.is_some() && over.is_some()
    }

    /// Cuts the atoms into rows at their numbers.
    fn read(&mut self, starts: &[usize]) {
        let body = self.width - self.place;
        let mut front = self.place;
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
            if !is_last && headings.is_empty() && self.ends_with_heading(*start, end) {
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

    /// Gives every atom its column and says how many captions agree with their cells; `None` where too few rows have as many
    /// cells as there are columns.
    fn settle(&mut self, captions: &[Option<CaptionKind>]) -> Option<usize> {
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
            return None;
        }
        for row in self.rows.iter_mut().filter(|row| row.columns.is_empty()) {
            let lines = self.atoms.get(row.atoms.clone()).unwrap_or_default();
            let kinds: Vec<CellKind> = lines.iter().map(|atom| atom.cell()).collect();
            row.columns = fit_parts(&kinds, &columns, self.place)?;
        }
        Some(columns.iter().filter(|column| column.agrees()).count())
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
fn unnumbered(atoms: &[Atom<'_>], at: usize, run: usize) -> Option<Layout> {
    let has_numbers = atoms.get(at..at + run)?.iter().any(|atom| atom.caption() == Some(CaptionKind::Number));
    let told = |atom: &Atom<'_>| matches!(atom.caption(), Some(CaptionKind::Unit | CaptionKind::Time));
    if has_numbers || !atoms.get(at..at + run)?.iter().any(told) {
        return None;
    }
    let rows = (FEWEST_COLUMNS..=run).rev().find_map(|width| periodic(atoms, at, width))?;
    Some(Layout { rows, uncaptioned: None, agreeing: 0 })
}

/// The rows below so many captions, as long as their telling columns stay alike. At least two are needed. Cells in front may be
/// left out where they reach down from above, once a row had all.
fn periodic(atoms: &[Atom<'_>], at: usize, width: usize) -> Option<Vec<Row>> {
    let first: Vec<CellKind> = atoms.get(at + width..at + width * 2)?.iter().map(|atom| atom.cell()).collect();
    let telling: Vec<(usize, CellKind)> = first.iter().copied().enumerate().filter(|(_, kind)| tells(*kind)).collect();
    // How many cells belie their column, of a row without so many cells in front; `None` where a telling one does.
    let belied = |start: usize, missing: usize| {
        let row = atoms.get(start..start + width - missing)?;
        let kind = |column: &usize| column.checked_sub(missing).and_then(|at| row.get(at)).map(|atom| atom.cell());
        let unbroken = row.iter().all(|atom| !atom.after_break);
        let told = telling.iter().filter(|(column, _)| *column >= missing);
        let fits = unbroken && told.clone().count() > 0 && told.clone().all(|(column, own)| kind(column) == Some(*own));
        let others = first.iter().enumerate().skip(missing).filter(|(_, own)| !tells(**own));
        fits.then(|| others.filter(|(column, _)| kind(column).is_some_and(tells)).count())
    };
    // The captions say the same of the columns as the cells do.
    let agrees = telling.iter().any(|(column, kind)| {
        let said = atoms.get(at + column).and_then(|atom| atom.caption());
        matches!((said, kind), (Some(CaptionKind::Unit), CellKind::Unit) | (Some(CaptionKind::Time), CellKind::Time))
    });
    // 责任部门 in the first row: the captions begin later.
    let is_caption = |atom: &Atom<'_>| matches!(atom.caption(), Some(CaptionKind::Unit | CaptionKind::Time));
    let captions_below = atoms
        .get(at + width..at + width * 2)?
        .iter()
        .any(|atom| is_caption(atom) && atom.may_be_caption(may_be_caption));
    if captions_below || !agrees || !first.iter().any(|kind| matches!(kind, CellKind::Text | CellKind::Other)) {
        return None;
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut start = at + width;
    let most = MOST_IN_FRONT.min(width.saturating_sub(FEWEST_COLUMNS - 1));
    while let Some(missing) = (0..=if rows.is_empty() { 0 } else { most })
        .filter_map(|missing| Some((belied(start, missing)?, missing)))
        .min()
        .map(|(_, missing)| missing)
    {
        let end = start + width - missing;
        rows.push(Row { atoms: start..end, columns: (missing..width).collect(), is_heading: false });
        start = end;
    }
    (rows.len() >= 2).then_some(rows)
}
