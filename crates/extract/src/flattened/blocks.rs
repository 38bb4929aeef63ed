//! The narrow last cells of a flattened row: units and time.
//!
//! They are found from their end: a line that states a time, or that closes with one (`市财政局 各区、县（市）政府 2022年3月`),
//! and before it the run of narrow lines that begins like a unit.

use super::header::Header;
use super::row::Part;
use crate::lexicon::tables::BODIES;
use crate::table::captions::Column;
use crate::table::cells::{
    Entry, closing_time, ends_sentence, ends_with_colon, is_whole_unit_list, join_wrapped, label, width,
};
use crate::units::looks_like_unit;

/// Where the units and the time of a row stand among its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    /// First line of the units.
    pub(super) start: usize,
    /// Behind the last line.
    pub(super) end: usize,
}

/// No cell of units runs over more lines than this; bounds the search.
const MOST_LINES: usize = 60;
/// No lead runs over more lines than this.
const MOST_LEAD_LINES: usize = 16;
/// No name of a unit has more characters than this.
const LONGEST_NAME: usize = 60;

/// The blocks of units and time among the lines of a row, in order.
pub(super) fn find(header: &Header, lines: &[Entry<'_>], measure_width: usize) -> Vec<Block> {
    let owned = !unit_columns(header).is_empty();
    if !header.has(Column::Time) {
        let start = if owned { units_start(lines, 0, lines.len(), measure_width) } else { lines.len() };
        return if start < lines.len() { vec![Block { start, end: lines.len() }] } else { Vec::new() };
    }
    let mut blocks: Vec<Block> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some((before, _)) = closing_time(line.text) else { continue };
        let from = blocks.last().map_or(0, |block| block.end);
        // Units on the line of the time end the run of lines before it.
        let start = units_start(lines, from, if before.is_empty() { at } else { at + 1 }, measure_width);
        let timed_only = !owned && at > from && lines.get(at - 1).is_some_and(|line| ends_sentence(line.text));
        if start <= at && (start < at || !before.is_empty()) || timed_only {
            blocks.push(Block { start: start.min(at), end: at + 1 });
        }
    }
    blocks
}

/// The first of the lines before `end` that are cells of units; `end` where there are none.
pub(super) fn units_start(lines: &[Entry<'_>], from: usize, end: usize, measure_width: usize) -> usize {
    let mut start = end;
    while start > from && end - start < MOST_LINES {
        let Some(line) = lines.get(start - 1) else { break };
        let words = units_words(line.text);
        let stops = ends_sentence(words) && !(start == end && looks_like_unit_end(words));
        if words.is_empty()
            || label(words).is_some()
            || stops
            || ends_with_colon(words)
            || width(words) + 4 > measure_width
        {
            break;
        }
        start -= 1;
    }
    while start < end && !begins_with_unit(lines.get(start..end).unwrap_or_default()) {
        start += 1;
    }
    start
}

/// Fills the units and the time of a part from its block.
pub(super) fn fill<'a>(part: &mut Part<'a>, header: &Header, lead_limit: Option<usize>, lines: &[Entry<'a>]) {
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    for line in lines {
        let mut words = line.text;
        if header.has(Column::Time)
            && let Some((before, time)) = closing_time(line.text)
        {
            part.time.push(Entry { text: time, ..*line });
            words = before;
        }
        pieces.extend(pieces_of(Entry { text: words, ..*line }));
    }
    match unit_columns(header).as_slice() {
        [] | [_] => {
            let cell = if header.has(Column::Lead) { &mut part.lead } else { &mut part.co_units };
            pieces.iter().for_each(|piece| cell.push(piece.words));
        }
        _ => {
            let split = end_of_lead(&pieces, lead_limit);
            let (leads, others) = pieces.split_at(split.unwrap_or(pieces.len()));
            leads.iter().for_each(|piece| part.lead.push(piece.words));
            others.iter().for_each(|piece| part.co_units.push(piece.words));
        }
    }
}

/// The columns of units in order.
pub(super) fn unit_columns(header: &Header) -> Vec<Column> {
    header
        .kinds()
        .into_iter()
        .filter(|column| matches!(column, Column::Lead | Column::Units | Column::CoUnits))
        .collect()
}

/// Words on a line that are set apart by blanks, so that a cell ends behind them.
struct Piece<'a> {
    words: Entry<'a>,
    /// Whether another cell begins on the same line.
    closed: bool,
}

fn pieces_of(line: Entry<'_>) -> Vec<Piece<'_>> {
    let parts: Vec<&str> = line.text.split_whitespace().collect();
    let count = parts.len();
    let apart = parts.iter().all(|part| part.chars().count() >= 3);
    let piece = |(at, text)| Piece { words: Entry { text, ..line }, closed: apart && at + 1 < count };
    parts.into_iter().enumerate().map(piece).collect()
}

/// How many pieces belong to the lead: up to the first place where a whole list of units ends and a unit begins.
fn end_of_lead(pieces: &[Piece<'_>], limit: Option<usize>) -> Option<usize> {
    let mut lead = String::new();
    for (at, piece) in pieces.iter().enumerate().take(MOST_LEAD_LINES) {
        join_wrapped(&mut lead, piece.words.text);
        let rest = pieces.get(at + 1..)?;
        let next = rest.first()?;
        // No name goes on with 各: a collective among the co-units begins, even where the lead is torn.
        // Neither does a line fit the lead that is wider than its column.
        let too_wide = limit.is_some_and(|limit| width(next.words.text) > limit);
        if piece.closed || too_wide || next.words.text.starts_with('各') {
            return Some(at + 1);
        }
        let goes_on = next.words.text.starts_with(['、', '，', '（', '(', '）', ')', '等']);
        if !goes_on && is_whole_unit_list(&lead) && begins_unit_of_its_own(rest) {
            return Some(at + 1);
        }
    }
    None
}

/// Whether the pieces begin with a name that can stand alone, and not with the end of the name before.
fn begins_unit_of_its_own(pieces: &[Piece<'_>]) -> bool {
    let first = first_name(pieces.iter().map(|piece| piece.words.text));
    let is_tail = BODIES.is("own-office", &first) || BODIES.is("torn-end", &first);
    first.chars().count() >= 3 && looks_like_unit(&first) && !is_tail
}

fn begins_with_unit(lines: &[Entry<'_>]) -> bool {
    looks_like_unit(&first_name(lines.iter().map(|line| units_words(line.text))))
}

/// The words up to the first separator outside brackets, across wraps.
fn first_name<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut name = String::new();
    let mut depth = 0usize;
    for c in words.flat_map(str::chars).take(LONGEST_NAME) {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            '、' | '，' | ',' | '；' | '。' if depth == 0 && !is_collective_start(&name) => break,
            _ if c.is_whitespace() => break,
            _ => {}
        }
        name.push(c);
    }
    name
}

/// 各区、县（市）政府 holds a separator of its own.
fn is_collective_start(name: &str) -> bool {
    BODIES.is("open-collective", name)
}

/// The words of a line without the time that closes it.
fn units_words(text: &str) -> &str {
    closing_time(text).map_or(text, |(before, _)| before)
}

fn looks_like_unit_end(words: &str) -> bool {
    let bare = words.trim_end_matches(['。', '；', ';']);
    bare.rsplit(['、', '，']).next().is_some_and(looks_like_unit)
}
