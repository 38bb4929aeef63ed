//! The lines of a flattened table cut into rows: at row numbers in sequence and at the headings between rows.
//!
//! Repeated headers and page numbers are taken out here, so that what is torn by a page break lies together again.

use super::header::Header;
use crate::table::annex;
use crate::table::captions::Column;
use crate::table::cells::{Entry, bare_number, closing_time, ends_sentence, is_dash, is_page_number, label, width};
use crate::table::numbering::heading;

/// The lines of one row.
#[derive(Debug, Clone, Default)]
pub(super) struct Segment<'a> {
    /// Headings that stand between the row before and this one, each with the places of its lines.
    pub(super) headings: Vec<Vec<usize>>,
    /// Its number.
    pub(super) number: u32,
    /// Place of the number among the entries.
    pub(super) number_at: usize,
    /// Words behind the number on the same line.
    pub(super) name: Option<&'a str>,
    /// Places of its other lines.
    pub(super) lines: Vec<usize>,
}

/// A flattened table in rows.
#[derive(Debug, Default)]
pub(super) struct Segments<'a> {
    /// The rows in order.
    pub(super) rows: Vec<Segment<'a>>,
    /// Headings behind the last row.
    pub(super) headings: Vec<Vec<usize>>,
    /// Lines of repeated headers and page numbers.
    pub(super) furniture: Vec<usize>,
    /// Lines between the header and the first row that are nothing known.
    pub(super) stray: Vec<usize>,
    /// Place behind the last line of the table.
    pub(super) end: usize,
}

/// Cuts the lines behind a header into rows. Ends at the next annex, at a header of another table or with the lines.
pub(super) fn cut<'a>(header: &Header, entries: &[Entry<'a>], from: usize) -> Segments<'a> {
    let mut segments = Segments { end: entries.len(), ..Segments::default() };
    let mut open: Vec<(u8, u32)> = Vec::new();
    // How many lines a heading may still be wrapped over.
    let mut heading_open = 0;
    let mut at = from;
    while let Some(entry) = entries.get(at) {
        let rowless =
            segments.rows.is_empty() && segments.stray.len() + segments.headings.concat().len() > MOST_BEFORE_ROWS;
        if rowless || annex::label(entry.text).is_some() {
            segments.end = at;
            break;
        }
        let repeated = header.repetition(entries, at);
        if !repeated.is_empty() {
            at = repeated.end;
            segments.furniture.extend(repeated);
            continue;
        }
        if let Some((other, _)) = Header::flattened(entries, at)
            && other.kinds() != header.kinds()
            && other.has(Column::Number)
        {
            segments.end = at;
            break;
        }
        if is_furniture(entries, at) {
            segments.furniture.push(at);
            at += 1;
            continue;
        }
        let expected = segments.rows.last().map_or(1, |row| row.number + 1);
        let restarts = heading_open > 0 && !segments.rows.is_empty();
        let row = row_start(entry.text, expected, restarts)
            .filter(|(_, name)| name.is_none_or(|name| width(name) < 40) && header.has(Column::Number));
        let gap = || number_behind_gap(header, entries, at, segments.rows.last()).map(|number| (number, None));
        if let Some((number, name)) = row.or_else(gap) {
            let headings = std::mem::take(&mut segments.headings);
            segments.rows.push(Segment { headings, number, number_at: at, name, lines: Vec::new() });
            heading_open = 0;
        } else if let Some((level, ordinal)) = next_heading(entry.text, &open, segments.rows.last(), entries) {
            open.retain(|(other, _)| *other < level);
            open.push((level, ordinal));
            segments.headings.push(vec![at]);
            heading_open = MOST_HEADING_WRAPS;
        } else if heading_open > 0
            && !ends_sentence(entry.text)
            && let Some(lines) = segments.headings.last_mut()
        {
            // What stands between a heading and the next row number is its wrapped end.
            heading_open -= 1;
            lines.push(at);
        } else if let Some(row) = segments.rows.last_mut() {
            row.lines.push(at);
        } else {
            segments.stray.push(at);
        }
        at += 1;
    }
    segments
}

/// Where no row begins within so many lines, the header was none.
const MOST_BEFORE_ROWS: usize = 12;
/// A heading between rows is not wrapped over more further lines than this.
const MOST_HEADING_WRAPS: u32 = 2;
/// A gap in the row numbers is not wider than this; anything wider is no row number.
const WIDEST_GAP: u32 = 3;

/// A number alone on its line that comes too early, where the row above is complete: rows before it are missing.
fn number_behind_gap(header: &Header, entries: &[Entry<'_>], at: usize, row: Option<&Segment<'_>>) -> Option<u32> {
    let number = bare_number(entries.get(at)?.text)?;
    let row = row?;
    let above = row.lines.last().and_then(|at| entries.get(*at))?;
    let complete = closing_time(above.text).is_some();
    let in_reach = number > row.number + 1 && number <= row.number + 1 + WIDEST_GAP;
    // A page number stands at the foot of a page, before the header comes again.
    let at_page_end = !header.repetition(entries, at + 1).is_empty();
    (complete && in_reach && !at_page_end).then_some(number)
}

/// The number that begins a row and the name behind it.
fn row_start(text: &str, expected: u32, restarts: bool) -> Option<(u32, Option<&str>)> {
    let fits = |number: u32| number == expected || restarts && number == 1;
    if let Some(number) = bare_number(text) {
        return fits(number).then_some((number, None));
    }
    let (digits, name) = text.split_once(char::is_whitespace)?;
    let number = bare_number(digits).filter(|number| fits(*number))?;
    let name = name.trim();
    (closing_time(text).is_none() && label(text).is_none() && !name.is_empty()).then_some((number, Some(name)))
}

/// The level and number of a heading between rows: 一、 in sequence, when the row above is at its end.
fn next_heading(text: &str, open: &[(u8, u32)], row: Option<&Segment<'_>>, entries: &[Entry<'_>]) -> Option<(u8, u32)> {
    let (level, ordinal) = heading(text)?;
    let last = open.iter().find(|(other, _)| *other == level).map_or(0, |(_, ordinal)| *ordinal);
    let in_sequence = ordinal == last + 1 || ordinal == 1;
    let above = row.map(|row| row.lines.last().and_then(|at| entries.get(*at)));
    let row_is_done = match above {
        None => true,
        Some(None) => false,
        // A row ends with its time, its units, or with a sentence that it does not apply.
        Some(Some(last)) => closing_time(last.text).is_some() || ends_sentence(last.text) || width(last.text) < 30,
    };
    (in_sequence && row_is_done && !ends_sentence(text)).then_some((level, ordinal))
}

/// Page numbers and the dashes around them.
fn is_furniture(entries: &[Entry<'_>], at: usize) -> bool {
    let text = |at: Option<usize>| at.and_then(|at| entries.get(at)).map_or("", |entry| entry.text);
    let here = text(Some(at));
    let between_dashes = || is_dash(text(at.checked_sub(1))) && is_dash(text(Some(at + 1)));
    is_dash(here) || is_page_number(here) || bare_number(here).is_some() && between_dashes()
}
