//! Tables whose cells run on with one blank between them, over as many wrapped lines as it takes.
//!
//! Recognised by a line of captions behind which, on the same line, the first row begins, and by numbers that count on with
//! about as many parts between them as there are captions. A cell may hold several parts (units, people, numbered duties) and others none: then
//! the captions tell which is which. Headings with Chinese numbers may stand between the rows.

use crate::letters::holds_sign;
use domain::tree::{Cell, Paragraph, Run, TableRow};

use super::Found;
use super::atoms::Atom;
use super::fitting::{Column, fit, tells};
use crate::outline::label::{self, Shape};
use crate::table::evidence::{CaptionKind, CellKind, caption, cell};

/// A table has at least so many columns and at most so many.
const COLUMNS: std::ops::RangeInclusive<usize> = 3..=14;
/// A line that is this much narrower than the one before it, in half-width columns, ends the text.
const SLACK: usize = 6;
/// A row has at most so many times as many parts as there are captions.
const MOST_PARTS: usize = 3;
/// No text of more lines is put together.
const MOST_LINES: usize = 200;
/// No longer text is cut into cells, in bytes: each is looked up from the beginning of its line.
const LONGEST_TEXT: usize = 100_000;

/// First byte and byte behind the last of the words between two blanks.
type Part = (usize, usize);

/// The table whose captions begin on an atom's line, and the atom behind it.
pub(super) fn find(atoms: &[Atom<'_>], at: usize) -> Option<(Found, usize)> {
    let first = atoms.get(at)?;
    if !first.has_blanks {
        return None;
    }
    let (width, first_row) = captions_in_front(&first.text)?;
    let behind = end_of_text(atoms, at);
    let whole = joined(atoms.get(at..behind)?);
    if whole.text.len() > LONGEST_TEXT {
        return None;
    }
    let parts = parts(&whole.text);
    let captions = parts.get(..width)?;
    let starts = starts(&whole.text, &parts, first_row, width)?;
    let mut columns: Vec<Column> =
        captions.iter().map(|(from, to)| Column::under(whole.text.get(*from..*to).and_then(caption))).collect();
    let words = |(from, to): &Part| whole.text.get(*from..*to).unwrap_or("");
    let ends = starts.iter().skip(1).copied().chain([parts.len()]);
    let slices = starts.iter().zip(ends).filter_map(|(from, to)| parts.get(*from..to));
    // What stands behind a row and heads the next.
    let headed: Vec<(&[Part], &[Part])> = slices
        .map(|row| {
            row.split_at(row.iter().rposition(|part| !is_section(words(part))).map_or(row.len(), |last| last + 1))
        })
        .collect();
    let rows: Vec<&[Part]> = headed.iter().map(|(row, _)| *row).collect();
    let full: Vec<&&[Part]> = rows.iter().filter(|row| row.len() == width).collect();
    for row in &full {
        columns.iter_mut().zip(row.iter()).for_each(|(column, part)| column.see(cell(words(part))));
    }
    let told = columns.iter().filter(|column| column.usual().is_some_and(tells)).count();
    let alike = full.len() >= 2 && full.len() * 2 >= rows.len() && told >= 2;
    if !alike {
        columns = columns.iter().map(Column::without_cells).collect();
        if !captions_tell(&rows, &columns, &whole.text) {
            return None;
        }
    }
    let block_at = |byte: usize| {
        let line = whole.source_of(byte..byte + 1).map_or(0, |range| range.line);
        let found = atoms.get(at..behind).unwrap_or_default().iter().rev().find(|atom| {
            atom.paragraphs.first().and_then(|words| words.runs.first()).is_some_and(|run| run.line <= line)
        });
        found.map_or(first.block, |atom| atom.block)
    };
    let mut found = vec![(first.block, super::row_of_cells(cells(&whole, captions, &(0..width).collect::<Vec<_>>())))];
    let head = |sections: &[Part], found: &mut Vec<(usize, TableRow)>| {
        let Some(block) = found.last().map(|(before, _)| *before) else { return };
        found.extend(sections.iter().map(|section| (block, super::row_of_cells(cells(&whole, &[*section], &[0])))));
    };
    head(parts.get(width..first_row).unwrap_or_default(), &mut found);
    for (row, sections) in headed {
        let kinds: Vec<CellKind> = row.iter().map(|part| cell(words(part))).collect();
        let placed = if row.len() == width { (0..width).collect() } else { fit(&kinds, &columns)? };
        let block = block_at(row.first()?.0);
        // A row that begins in the middle of a line leaves that line to the row before.
        let block = if found.last().is_some_and(|(before, _)| *before >= block) { None } else { Some(block) };
        let block = block.or_else(|| found.last().map(|(before, _)| *before))?;
        found.push((block, super::row_of_cells(cells(&whole, row, &placed))));
        head(sections, &mut found);
    }
    let blocks = first.block..atoms.get(behind - 1)?.behind;
    Some((Found { blocks, rows: found }, behind))
}

/// Where the captions of such a table begin in a text, behind a blank: the rest of the text is the table.
pub(crate) fn begins_in(text: &str) -> Option<usize> {
    const KNOWN: usize = 3;
    let numbers = ["序号", "编号"].iter().flat_map(|word| text.match_indices(word).map(|(at, _)| at));
    numbers.filter(|at| text.get(..*at).is_some_and(|before| before.ends_with(char::is_whitespace))).find(|at| {
        let Some(table) = text.get(*at..) else { return false };
        captions_in_front(table).is_some_and(|(width, _)| {
            table.split_whitespace().take(width).filter(|part| caption(part).is_some()).count() >= KNOWN
        })
    })
}

/// How many captions a text begins with, and which part behind them numbers the first row; headings may stand between.
fn captions_in_front(text: &str) -> Option<(usize, usize)> {
    let mut parts = text.split_whitespace();
    if caption(parts.next()?) != Some(CaptionKind::Number) {
        return None;
    }
    let width = text.split_whitespace().take_while(|part| is_caption(part)).count();
    let sections = text.split_whitespace().skip(width).take_while(|part| is_section(part)).count();
    let first = text.split_whitespace().nth(width + sections)?;
    let begins = first.bytes().all(|b| b.is_ascii_digit());
    (COLUMNS.contains(&width) && begins).then_some((width, width + sections))
}

/// Whether rows without regular cells are those of a table all the same: its captions name units, and most rows have some there.
fn captions_tell(rows: &[&[Part]], columns: &[Column], text: &str) -> bool {
    const FEW: usize = 3;
    let holds_units = |row: &&&[Part]| {
        let kinds: Vec<CellKind> = row.iter().map(|(from, to)| cell(text.get(*from..*to).unwrap_or(""))).collect();
        let Some(placed) = fit(&kinds, columns) else { return false };
        kinds.iter().zip(placed).any(|(kind, at)| {
            *kind == CellKind::Unit && columns.get(at).is_some_and(|column| column.expects(CellKind::Unit))
        })
    };
    let named = rows.iter().filter(holds_units).count();
    rows.len() >= FEW && named * 3 >= rows.len() * 2
}

/// Whether a part is a heading between rows: 一、重点项目.
fn is_section(part: &str) -> bool {
    const LONGEST: usize = 30;
    let numbered = || label::read(part).filter(|label| matches!(label.shape, Shape::Han | Shape::BracketedHan));
    part.chars().count() <= LONGEST
        && !holds_sign(part, &['。', '；'])
        && numbered().is_some_and(|label| label.length < part.len())
}

fn is_caption(part: &str) -> bool {
    !is_section(part)
        && !part.starts_with(|c: char| c.is_ascii_digit())
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
fn parts(text: &str) -> Vec<Part> {
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
fn starts(text: &str, parts: &[Part], first: usize, width: usize) -> Option<Vec<usize>> {
    let number = |at: usize| {
        let (from, to) = parts.get(at)?;
        text.get(*from..*to)?.parse::<u32>().ok()
    };
    let mut starts = vec![first];
    let mut expected = number(first)? + 1;
    loop {
        let last = *starts.last()?;
        let reach = last + 2..parts.len().min(last + width * MOST_PARTS);
        let Some(next) = reach.filter(|at| number(*at) == Some(expected)).min_by_key(|at| (at - last).abs_diff(width))
        else {
            break;
        };
        starts.push(next);
        expected += 1;
    }
    Some(starts)
}

/// The cells of a row; parts of one column are one paragraph with a blank between, numbered ones (1.…) paragraphs of their own.
fn cells(whole: &Paragraph, parts: &[Part], columns: &[usize]) -> Vec<Cell> {
    let mut cells: Vec<(usize, Vec<Part>)> = Vec::new();
    for ((from, to), column) in parts.iter().zip(columns) {
        let numbered = whole.text.get(*from..*to).and_then(label::read).is_some_and(|label| label.length < to - from);
        match cells.last_mut().filter(|(last, _)| last == column) {
            Some((_, paragraphs)) if numbered => paragraphs.push((*from, *to)),
            Some((_, paragraphs)) => {
                if let Some((_, end)) = paragraphs.last_mut() {
                    *end = *to;
                }
            }
            None => cells.push((*column, vec![(*from, *to)])),
        }
    }
    let paragraph = |(from, to): Part| {
        let text = whole.text.get(from..to).unwrap_or("").to_owned();
        Paragraph { text, runs: whole.runs_of(from..to), is_whole: true, ..Paragraph::default() }
    };
    let one = |(column, words): (usize, Vec<Part>)| Cell::at(column, words.into_iter().map(paragraph).collect());
    cells.into_iter().map(one).collect()
}
