//! Tables whose cells stand on one line with blanks between them: in columns of fixed width, with several blanks, or with one.
//!
//! Recognised by a line of captions parted by blanks and lines below it with as many parts. In columns of fixed width a cell
//! may go on below itself, at the same place of the line; strokes between the lines are furniture. Not a table: sentences, a
//! list of names, a header that a PDF reader left above cells on lines of their own.

use std::borrow::Cow;

use crate::letters::holds_sign;
use domain::tree::{Cell, Paragraph, TableRow};

use super::Found;
use super::atoms::Atom;
use super::fitting::{Column, fit, tells};
use crate::table::evidence::{CellKind, caption, cell};

/// No caption has more characters.
const LONGEST_CAPTION: usize = 16;
/// A table has at least so many columns and at most so many.
const COLUMNS: std::ops::RangeInclusive<usize> = 3..=14;
/// No line of captions is longer, in bytes.
const LONGEST_HEADER: usize = 600;
/// A part that begins so many places from the beginning of its column still stands under it.
const SLACK: usize = 1;
/// A heading between rows has no more characters.
const LONGEST_HEADING: usize = 30;
/// Between two rows so many numbers may be left out, and one more than that.
const MOST_LEFT_OUT: u32 = 10;
/// After so many lines it is asked whether they make a table, so that no text is looked at again and again.
const LOOKED_AT: usize = 16;

/// Words of a line between blanks.
#[derive(Debug, Clone)]
struct Part<'a> {
    text: &'a str,
    paragraph: &'a Paragraph,
    /// First byte in the paragraph.
    from: usize,
    /// Place on the printed line, in half-width columns.
    place: usize,
}

/// The table whose captions stand on an atom's line, and the atom behind it.
pub(super) fn find(atoms: &[Atom<'_>], at: usize) -> Option<(Found, usize)> {
    let header = captions(atoms.get(at)?)?;
    let mut columns: Vec<Column> = header.iter().map(|part| Column::under(caption(part.text))).collect();
    let mut reader =
        Reader { width: header.len(), places: header.iter().map(|part| part.place).collect(), rows: Vec::new() };
    let mut behind = at + 1;
    while let Some(atom) = atoms.get(behind).filter(|atom| !atom.after_break) {
        if !is_stroke(&atom.text) && !reader.take(atom, behind) {
            if !reader.goes_on_below(atom, atoms.get(behind + 1)) {
                break;
            }
            reader.rows.push(Line::Heading(behind, parts(atom, usize::MAX)));
        }
        behind += 1;
        if [LOOKED_AT, LOOKED_AT * 4, LOOKED_AT * 16].contains(&(behind - at)) && !reader.tells(&mut columns.clone()) {
            return None;
        }
    }
    while behind > at + 1 && atoms.get(behind - 1).is_some_and(|atom| is_stroke(&atom.text)) {
        behind -= 1;
    }
    if !reader.tells(&mut columns) {
        return None;
    }
    let rows = reader.finish(&columns)?;
    let first = atoms.get(at)?;
    let mut found = vec![(first.block, row(&header.iter().map(|part| vec![part.clone()]).collect::<Vec<_>>()))];
    for (atom, cells) in rows {
        let mut made = row(&cells);
        if let ([only], 1) = (made.cells.as_mut_slice(), cells.len()) {
            only.columns = header.len();
        }
        found.push((atoms.get(atom)?.block, made));
    }
    let last = atoms.get(behind - 1)?;
    Some((Found { blocks: first.block..last.behind, rows: found }, behind))
}

/// The captions on a line, most of them known as such.
fn captions<'a>(atom: &'a Atom<'_>) -> Option<Vec<Part<'a>>> {
    if atom.text.len() > LONGEST_HEADER || !atom.has_blanks {
        return None;
    }
    let apart = parts(atom, 2);
    let parts = if apart.len() >= *COLUMNS.start() { apart } else { parts(atom, 1) };
    let may_be = |part: &Part<'_>| {
        part.text.chars().count() <= LONGEST_CAPTION
            && !holds_sign(part.text, &['。', '；', '，', '：', ':', '、', '（'])
    };
    if !COLUMNS.contains(&parts.len()) || !parts.iter().all(may_be) {
        return None;
    }
    let known = parts.iter().filter(|part| caption(part.text).is_some()).count();
    (known * 2 >= parts.len() && known >= 2).then_some(parts)
}

/// The words of a line between at least so many blanks; a wide blank counts two.
fn parts<'a>(atom: &'a Atom<'_>, fewest: usize) -> Vec<Part<'a>> {
    let [paragraph] = atom.paragraphs.as_ref() else { return Vec::new() };
    let text = paragraph.text.as_str();
    let mut place = paragraph.runs.first().map_or(0, |run| run.column as usize);
    let mut parts: Vec<Part<'a>> = Vec::new();
    // First byte and place of the words that are open, and where their last character ends.
    let mut open: Option<(usize, usize, usize)> = None;
    let mut blanks = 0;
    for (at, c) in text.char_indices() {
        let wide = if c.is_ascii() { 1 } else { 2 };
        if c.is_whitespace() {
            blanks += if c == '\t' { 4 } else { wide };
        } else {
            if blanks >= fewest
                && let Some((from, start, end)) = open.take()
            {
                parts.push(Part { text: text.get(from..end).unwrap_or(""), paragraph, from, place: start });
            }
            let (from, start, _) = open.unwrap_or((at, place, at));
            open = Some((from, start, at + c.len_utf8()));
            blanks = 0;
        }
        place += wide;
    }
    if let Some((from, start, end)) = open {
        parts.push(Part { text: text.get(from..end).unwrap_or(""), paragraph, from, place: start });
    }
    parts
}

/// A line of strokes.
fn is_stroke(text: &str) -> bool {
    text.chars().count() >= 3
        && text
            .chars()
            .all(|c| matches!(c, '-' | '=' | '_' | '—' | '＿' | '－' | '\u{2500}'..='\u{257F}') || c.is_whitespace())
}

/// The cells of a row, each with its parts, and the atom it begins at.
type SpacedRow<'a> = (usize, Vec<Vec<Part<'a>>>);

struct Reader<'a> {
    width: usize,
    /// Where the columns begin.
    places: Vec<usize>,
    rows: Vec<Line<'a>>,
}

/// A row in the making.
enum Line<'a> {
    /// Every part has its column.
    Placed(SpacedRow<'a>),
    /// As many or as few parts as there are.
    Parts(usize, Vec<Part<'a>>),
    /// What the rows below have in common, over the whole width.
    Heading(usize, Vec<Part<'a>>),
}

impl<'a> Reader<'a> {
    /// Takes a line; `false` where it does not belong to the table.
    fn take(&mut self, atom: &'a Atom<'_>, at: usize) -> bool {
        let apart = parts(atom, 2);
        if let Some(columns) = self.columns_of(&apart) {
            let begins = columns.first() == Some(&0);
            match self.rows.last_mut() {
                // What leaves its first columns blank goes on below them.
                Some(Line::Placed((_, cells))) if !begins && atom.blanks == 0 => {
                    for (part, column) in apart.into_iter().zip(columns) {
                        if let Some(cell) = cells.get_mut(column) {
                            cell.push(part);
                        }
                    }
                    return true;
                }
                _ if begins && columns.len() > 1 => {
                    let mut cells = vec![Vec::new(); self.width];
                    for (part, column) in apart.into_iter().zip(columns) {
                        if let Some(cell) = cells.get_mut(column) {
                            cell.push(part);
                        }
                    }
                    self.rows.push(Line::Placed((at, cells)));
                    return true;
                }
                _ => {}
            }
        }
        let parts = if apart.len() * 2 >= self.width.max(3) { apart } else { parts(atom, 1) };
        // A sentence with a blank in it is no row.
        if parts.len() < 2 || parts.len() + 2 < self.width || parts.len() > self.width * 2 {
            return false;
        }
        self.rows.push(Line::Parts(at, parts));
        true
    }

    /// Whether a line of other words is a heading between rows: the numbers of the rows go on below it.
    fn goes_on_below(&self, atom: &Atom<'_>, next: Option<&Atom<'_>>) -> bool {
        let is_heading =
            atom.text.chars().count() <= LONGEST_HEADING && !atom.text.contains(['。', '；', '，', '：', ':']);
        let number = |parts: &[Part<'_>]| parts.first().and_then(|part| part.text.parse::<u32>().ok());
        let last = self.rows.iter().rev().find_map(|row| match row {
            Line::Placed((_, cells)) => cells.first().and_then(|cell| number(cell)),
            Line::Parts(_, parts) => number(parts),
            Line::Heading(..) => None,
        });
        let next = next.filter(|next| !next.after_break).map(|next| parts(next, 1));
        let next = next.filter(|parts| parts.len() + 2 >= self.width).and_then(|parts| number(&parts));
        let goes_on = |next| last.map_or(self.rows.is_empty(), |last| (last + 1..last + MOST_LEFT_OUT).contains(&next));
        is_heading && next.is_some_and(goes_on)
    }

    /// The columns that parts stand under; `None` where one stands under none.
    fn columns_of(&self, parts: &[Part<'_>]) -> Option<Vec<usize>> {
        let under = |part: &Part<'_>| self.places.iter().position(|place| place.abs_diff(part.place) <= SLACK);
        let columns: Vec<usize> = parts.iter().map(under).collect::<Option<_>>()?;
        let rising = columns.windows(2).all(|pair| matches!(pair, [one, next] if one < next));
        (!columns.is_empty() && rising).then_some(columns)
    }

    /// Whether enough rows have as many parts as there are captions, and a column tells itself apart by its cells.
    fn tells(&self, columns: &mut [Column]) -> bool {
        let (mut sure, mut all) = (0, 0);
        for row in self.rows.iter().filter(|row| !matches!(row, Line::Heading(..))) {
            all += 1;
            let cells: Vec<Cow<'_, str>> = match row {
                Line::Placed((_, cells)) => cells.iter().map(|parts| Cow::Owned(joined(parts))).collect(),
                Line::Parts(_, parts) if parts.len() == self.width => {
                    parts.iter().map(|part| Cow::Borrowed(part.text)).collect()
                }
                Line::Parts(..) | Line::Heading(..) => continue,
            };
            sure += 1;
            if sure <= LOOKED_AT * 4 {
                columns.iter_mut().zip(&cells).for_each(|(column, words)| column.see(cell(words)));
            }
        }
        let told = columns.iter().filter(|column| column.usual().is_some_and(tells)).count();
        sure >= 2 && sure * 2 >= all && told > 0 || self.counts_on(columns)
    }

    /// Whether the rows are numbered one after the other, and fitted under the captions their cells look as those say: cells with
    /// blanks inside make rows of many parts.
    fn counts_on(&self, columns: &mut [Column]) -> bool {
        const AGREEING: usize = 3;
        if !columns.first().is_some_and(Column::holds_numbers) || self.rows.len() < 2 {
            return false;
        }
        let mut expected: Option<u32> = None;
        for row in self.rows.iter().filter(|row| !matches!(row, Line::Heading(..))) {
            let Line::Parts(_, parts) = row else { return false };
            let Some(number) = parts.first().and_then(|part| part.text.parse::<u32>().ok()) else { return false };
            if expected.is_some_and(|expected| expected != number) {
                return false;
            }
            expected = Some(number + 1);
        }
        let bare: Vec<Column> = columns.iter().map(Column::without_cells).collect();
        for row in self.rows.iter().take(LOOKED_AT) {
            let Line::Parts(_, parts) = row else { continue };
            let kinds: Vec<CellKind> = parts.iter().map(|part| cell(part.text)).collect();
            let Some(fitted) = fit(&kinds, &bare) else { return false };
            for (kind, column) in kinds.iter().zip(fitted) {
                columns.get_mut(column).into_iter().for_each(|column| column.see(*kind));
            }
        }
        columns.iter().filter(|column| column.agrees()).count() >= AGREEING
    }

    /// The rows, every part in its column; `None` where one cannot be fitted.
    fn finish(self, columns: &[Column]) -> Option<Vec<SpacedRow<'a>>> {
        let place = |line| match line {
            Line::Placed(row) => Some(row),
            Line::Heading(at, parts) => Some((at, vec![parts])),
            Line::Parts(at, parts) => {
                let kinds: Vec<CellKind> = parts.iter().map(|part| cell(part.text)).collect();
                let fitted = if parts.len() == self.width { (0..self.width).collect() } else { fit(&kinds, columns)? };
                let mut cells = vec![Vec::new(); self.width];
                for (part, column) in parts.into_iter().zip(fitted) {
                    cells.get_mut(column)?.push(part);
                }
                Some((at, cells))
            }
        };
        self.rows.into_iter().map(place).collect()
    }
}

/// The words of the parts of a cell.
fn joined(parts: &[Part<'_>]) -> String {
    parts.iter().map(|part| part.text).collect()
}

/// A row of cells; what goes on below itself is one paragraph.
fn row(cells: &[Vec<Part<'_>>]) -> TableRow {
    let one = |(column, parts): (usize, &Vec<Part<'_>>)| {
        let mut whole = Paragraph { is_whole: true, ..Paragraph::default() };
        for part in parts {
            let ends_word = whole.text.ends_with(|c: char| c.is_ascii_alphanumeric());
            if ends_word && part.text.starts_with(|c: char| c.is_ascii_alphabetic()) {
                whole.text.push(' ');
            }
            let start = whole.text.len();
            let runs = part.paragraph.runs_of(part.from..part.from + part.text.len());
            whole.runs.extend(runs.into_iter().map(|run| domain::tree::Run { start: run.start + start, ..run }));
            whole.text.push_str(part.text);
        }
        let words = (!whole.text.is_empty()).then_some(whole);
        Cell::at(column, words.into_iter().collect())
    };
    let cells: Vec<Cell> = cells.iter().enumerate().map(one).collect();
    super::row_of_cells(cells)
}
