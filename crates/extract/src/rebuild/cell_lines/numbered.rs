//! Rows that are numbered: each begins at the next number, with about as many cells as there are captions.

use super::super::atoms::Atom;
use super::super::fitting::{Column, fit_parts, tells};
use super::{
    FEWEST_COLUMNS, LONGEST_HEADING, LONGEST_ROW, Layout, MOST_IN_FRONT, MOST_LEFT_OUT, Row, is_heading, ordinal,
};
use crate::outline::label;
use crate::table::evidence::{CaptionKind, CellKind};

/// So many rows are looked at to tell what the columns hold.
const LOOKED_AT: usize = 16;
/// Sections left out are headings one below the other, at most so many, and hold at most so many rows.
const MOST_HEADINGS: usize = 20;
const MOST_IN_SECTIONS: u32 = 300;
/// So many captions say what the lines look like that are fitted under them.
const AGREEING: usize = 3;

/// The rows of a table whose rows are numbered. `at` is the first caption. The numbers stand under their caption, under one
/// never met before, or under none: then the layout counts whose captions agree best with their cells.
pub(super) fn numbered(atoms: &[Atom<'_>], at: usize, run: usize) -> Option<Layout> {
    let captions = atoms.get(at..at + run)?;
    if let Some(place) = captions.iter().position(|atom| atom.caption() == Some(CaptionKind::Number)) {
        let first = first_number(atoms, at, run, place)?;
        let counted = headings_before(atoms, at, first - place.min(first));
        // What stands over the first row without a number may be a caption never met before or a heading.
        let may_be_heading =
            place == 0 && counted == 0 && atoms.get(first - 1).is_some_and(|atom| atom.caption().is_none());
        let layouts = (counted..=counted + usize::from(may_be_heading)).filter_map(|headings| {
            let width = first.checked_sub(at + headings + place)?;
            numbered_as(atoms, at, run, &Shape { first, headings, place, width, uncaptioned: false })
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
    let layouts =
        std::iter::once(under_first).chain(under_none).filter_map(|shape| numbered_as(atoms, at, run, &shape));
    // Of equals the first.
    layouts.reduce(|best, other| if other.agreeing > best.agreeing { other } else { best })
}

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

fn numbered_as(atoms: &[Atom<'_>], at: usize, run: usize, shape: &Shape) -> Option<Layout> {
    let Shape { first, headings, place, width, uncaptioned } = *shape;
    let captioned = width - usize::from(uncaptioned);
    if captioned < FEWEST_COLUMNS || captioned > run || place + 1 >= width {
        return None;
    }
    let gap = gap_of(atoms, at, captioned);
    let mut reader = Numbered { atoms, width, place, uncaptioned, gap, rows: Vec::new() };
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
    /// Whether no caption stands over the numbers.
    uncaptioned: bool,
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
        // Headings one below the other: whole sections were left out.
        let next = last + self.width;
        let behind = self.atoms.get(next..).unwrap_or_default().iter().take(MOST_HEADINGS);
        let headings = behind.take_while(|atom| !atom.after_break && is_heading(&atom.text)).count();
        let number = self.atoms.get(next + headings).filter(|atom| headings > 0 && !atom.after_break);
        let counts = |number: &u32| (expected..expected + MOST_IN_SECTIONS).contains(number);
        if let Some(number) = number.and_then(|atom| ordinal(&atom.text)).filter(counts) {
            return Some((next + headings, number));
        }
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
        if sure * 2 < all {
            columns = self.fitted(captions).filter(|_| !self.uncaptioned)?;
        }
        if all == 0 || !says_enough(&columns) {
            return None;
        }
        self.extend_last(&columns);
        for row in self.rows.iter_mut().filter(|row| row.columns.is_empty()) {
            let lines = self.atoms.get(row.atoms.clone()).unwrap_or_default();
            let kinds: Vec<CellKind> = lines.iter().map(|atom| atom.cell()).collect();
            row.columns = fit_parts(&kinds, &columns, self.place)?;
        }
        Some(columns.iter().filter(|column| column.agrees()).count())
    }

    /// Lets the last row go on to the cell that the rows above end with, where a cell of it lists several things: as many lines as
    /// there are columns are too few then.
    fn extend_last(&mut self, columns: &[Column]) {
        let Some(last) = self.rows.iter_mut().rev().find(|row| !row.is_heading) else { return };
        let told = columns
            .iter()
            .enumerate()
            .rev()
            .find_map(|(at, column)| Some((at, column.usual().filter(|kind| tells(*kind))?)));
        let Some((column, kind)) = told else { return };
        let behind = columns.len() - 1 - column;
        let ends = |at: usize| self.atoms.get(at).is_some_and(|atom| atom.cell() == kind);
        let Some(from) = last.atoms.end.checked_sub(1 + behind).filter(|from| !ends(*from)) else { return };
        let reach = (from + 1..last.atoms.end + columns.len())
            .take_while(|at| self.atoms.get(*at).is_some_and(|atom| !atom.after_break));
        let Some(end) = reach.into_iter().find(|at| ends(*at)).map(|at| at + 1 + behind) else { return };
        let lines = self.atoms.get(last.atoms.start..end).unwrap_or_default();
        let is_second = |atom: &Atom<'_>| label::read(&atom.text).is_some_and(|label| label.number == 2);
        if lines.iter().any(is_second) {
            last.atoms.end = end;
            last.columns.clear();
        }
    }

    /// The columns of a table whose cells mostly have several lines: fitted under the captions, the lines of every row look as
    /// those say.
    fn fitted(&self, captions: &[Option<CaptionKind>]) -> Option<Vec<Column>> {
        let bare: Vec<Column> = captions.iter().map(|caption| Column::under(*caption)).collect();
        let mut columns = bare.clone();
        for row in self.rows.iter().filter(|row| !row.is_heading).take(LOOKED_AT) {
            let lines = self.atoms.get(row.atoms.clone()).unwrap_or_default();
            let kinds: Vec<CellKind> = lines.iter().map(|atom| atom.cell()).collect();
            for (kind, column) in kinds.iter().zip(fit_parts(&kinds, &bare, self.place)?) {
                columns.get_mut(column)?.see(*kind);
            }
        }
        (columns.iter().filter(|column| column.agrees()).count() >= AGREEING).then_some(columns)
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
