//! The lines of printed text: how wide they are, which are full, and what a break between two of them means.

use std::borrow::Cow;

use crate::flow::{Flow, is_closing, is_sentence_end};
use crate::head::addressee::is_addressee;
use crate::head::compact::is_longer;
use crate::head::day::whole_day;
use crate::letters::is_letter_or_digit;
use crate::numerals::{half_width, is_han_numeral};
use crate::outline::{Breaks, Edge, Ending, label};
use crate::units::begins_with_label;

use super::title::ends_with_units;

/// The widths of the lines of a document, in half-width columns.
#[derive(Debug)]
pub(super) struct Lines {
    /// Of each line together with those before it on the same printed line: a PDF reader breaks printed lines after
    /// punctuation, too.
    widths: Vec<u32>,
    /// Of each line alone.
    own_widths: Vec<u32>,
    /// Width of a full line.
    full: u32,
    /// The lines of signatures and days, in order.
    signed: Vec<usize>,
}

/// A line that is this much narrower than a full one was not broken for want of room.
const SLACK: u32 = 10;

impl Lines {
    /// The widths of lines that are hard-wrapped; `None` where each is a paragraph.
    pub(super) fn of(flow: &Flow<'_>) -> Option<Self> {
        let mut widths: Vec<u32> = flow.pieces.iter().map(|piece| columns(piece.text)).collect();
        let full = full_width(&widths);
        if !are_wrapped(flow, &widths, full) {
            return None;
        }
        let own_widths = widths.clone();
        add_up_printed_lines(flow, &mut widths, full);
        Some(Self { widths, own_widths, full, signed: signed(flow) })
    }

    /// Whether a line ends where no room was wanting.
    pub(super) fn is_short(&self, place: usize) -> bool {
        self.widths.get(place).is_none_or(|width| width + SLACK < self.full)
    }

    /// Whether a paragraph ends with a line, as far as its width tells; `alone` says that it is among closing words, where lines are
    /// names, days and contacts, and counts without those before it on its printed line.
    pub(super) fn may_end(&self, flow: &Flow<'_>, place: usize, alone: bool) -> bool {
        let widths = if alone { &self.own_widths } else { &self.widths };
        let line = flow.pieces.get(place).map_or("", |piece| piece.text);
        let next = flow.pieces.get(place + 1).map_or("", |piece| piece.text);
        let is_short = widths.get(place).is_none_or(|width| width + SLACK < self.full);
        is_short && !line.ends_with(['，', '、', ',']) && !goes_on(next)
    }

    /// Whether a line leaves so much room that it can only be a title or the end of a paragraph.
    pub(super) fn leaves_room(&self, place: usize) -> bool {
        self.widths.get(place).is_none_or(|width| width * 4 <= self.full * 3)
    }

    /// Whether a paragraph ends with a line whatever its width. `words` are those of the paragraph up to there.
    pub(super) fn must_end(&self, flow: &Flow<'_>, place: usize, words: &str) -> bool {
        let (Some(line), Some(next)) = (flow.pieces.get(place), flow.pieces.get(place + 1)) else { return true };
        let is_set_apart = next.after_gap || line.paragraph.is_whole || next.paragraph.is_whole;
        let is_of_head =
            self.signed.binary_search(&(place + 1)).is_ok() || (words.ends_with(['：', ':']) && is_addressee(words));
        let is_before_label = || line.text.ends_with(is_sentence_end) && begins_with_label(next.text);
        is_set_apart || is_of_head || is_before_label() || (!goes_on(next.text) && ends_with_units(words))
    }
}

/// Whether a line begins with a mark that never begins a paragraph.
fn goes_on(next: &str) -> bool {
    next.starts_with(['，', '。', '、', '；', '：', '）', ')', '”', '》', ',', ';'])
}

impl Breaks for Lines {
    const ARE_ENDS: bool = false;

    fn edge(&self, flow: &Flow<'_>, at: usize, in_heading: bool) -> Edge {
        let Some(Ending { gap, full_stop, open_comma, last }) = Ending::before(flow, at) else {
            return Edge { fresh: true, restarts: true, ..Edge::AT_AN_END };
        };
        let short = at.checked_sub(1).is_none_or(|before| self.is_short(before)) && !open_comma;
        let title_like = short && !full_stop && !in_heading;
        let fresh = gap || title_like;
        Edge {
            closed: full_stop || short || (in_heading && !open_comma),
            full_stop,
            fresh,
            open: !gap && (open_comma || matches!(last, '第' | '（' | '(')),
            restarts: fresh,
        }
    }

    fn may_end(&self, place: usize) -> bool {
        self.is_short(place)
    }

    /// The sentence may go on over two wraps.
    fn sentence<'a>(&self, flow: &Flow<'a>, at: usize) -> Cow<'a, str> {
        let mut words = flow.pieces.get(at).map_or("", |piece| piece.text).to_owned();
        for piece in flow.pieces.iter().skip(at + 1).take(2) {
            if words.contains('。') {
                break;
            }
            words.push_str(piece.text);
        }
        Cow::Owned(words)
    }
}

/// Whether a line is a day and nothing else: 2023 年2 月15 日.
fn is_day(line: &str) -> bool {
    const LONGEST: usize = 20;
    let begins = line.starts_with(|c: char| half_width(c).is_ascii_digit() || is_han_numeral(c));
    begins && !is_longer(line, LONGEST) && whole_day(&line.split_whitespace().collect::<String>()).is_some()
}

/// The lines that are a day and nothing else, and the names above them.
fn signed(flow: &Flow<'_>) -> Vec<usize> {
    const NAMES: usize = 6;
    let is_name = |place: &usize| {
        flow.pieces.get(*place).is_some_and(|piece| !piece.text.contains(['。', '，', '；', '：', '、', ',', ':']))
    };
    let mut signed = Vec::new();
    for (day, _) in flow.pieces.iter().enumerate().filter(|(_, piece)| is_day(piece.text)) {
        let names = (0..day).rev().take(NAMES).take_while(is_name);
        signed.extend(names.chain([day]));
    }
    signed.sort_unstable();
    signed
}

/// Gives each line the width of its printed line so far.
fn add_up_printed_lines(flow: &Flow<'_>, widths: &mut [u32], full: u32) {
    const OVERHANG: u32 = 4;
    let mut line = 0;
    let mut broken_at_mark = false;
    for (piece, width) in flow.pieces.iter().zip(widths) {
        let goes_on = broken_at_mark && line + *width <= full + OVERHANG && label::read(piece.text).is_none();
        line = if goes_on { line + *width } else { *width };
        *width = line;
        let last = piece.text.chars().next_back().unwrap_or('。');
        broken_at_mark = line + SLACK < full && !is_letter_or_digit(last);
    }
}

/// Columns a text takes: one for each ASCII character and two for every other.
fn columns(text: &str) -> u32 {
    // Counted by the byte in short stretches, which the processor does many at a time.
    let ascii = |stretch: &[u8]| stretch.iter().map(|byte| u8::from(byte.is_ascii())).sum::<u8>();
    let half_width: usize = text.as_bytes().chunks(u8::MAX.into()).map(|stretch| usize::from(ascii(stretch))).sum();
    u32::try_from(text.chars().count() * 2 - half_width).unwrap_or(u32::MAX)
}

/// The width that the widest lines share; narrow enough that one stray line does not set it.
fn full_width(widths: &[u32]) -> u32 {
    let mut widths = widths.to_vec();
    let place = widths.len() * 19 / 20;
    match widths.get(place) {
        Some(_) => *widths.select_nth_unstable(place).1,
        None => 0,
    }
}

/// Lines are wrapped when none is long and many full ones end in the middle of a sentence.
fn are_wrapped(flow: &Flow<'_>, widths: &[u32], full: u32) -> bool {
    const WIDEST_PAGE: u32 = 110;
    const NARROWEST_PAGE: u32 = 40;
    const FEWEST: usize = 8;
    if !(NARROWEST_PAGE..=WIDEST_PAGE).contains(&full) || widths.len() < FEWEST {
        return false;
    }
    // A text whose words stand on lines wider than a page is not printed on one.
    let wide: u32 = widths.iter().filter(|width| **width > full + SLACK).sum();
    if wide > widths.iter().sum::<u32>() / 4 {
        return false;
    }
    let broken = flow
        .pieces
        .iter()
        .zip(widths)
        .filter(|(_, width)| *width + SLACK >= full)
        .filter(|(piece, _)| piece.text.chars().next_back().is_some_and(|c| !is_sentence_end(c) && !is_closing(c)))
        .count();
    broken >= 3 && broken * 20 >= widths.len()
}
