//! The title of a clause, on lines of its own: a line that ends early without punctuation, alone or behind one full line.

use crate::flow::{Flow, is_closing, is_sentence_end};
use crate::letters::trimmed;
use crate::units::{BracketReading, Confidence, begins_with_label, read_bracket};

use super::Part;
use super::lines::Lines;

/// The first lines of a clause.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Head {
    /// How many lines its label takes that stands alone.
    pub(super) label_lines: usize,
    /// How many further lines belong together: those of its title, or, where it has none, those of its first sentence.
    pub(super) lines: usize,
    /// Whether these are a paragraph of their own.
    pub(super) is_title: bool,
}

impl Head {
    /// The first lines of the clause on some parts of lines; its words begin at `start`, behind the label.
    pub(super) fn of_clause(flow: &Flow<'_>, lines: &Lines, parts: &[Part], start: (usize, usize)) -> Self {
        let first: Vec<(usize, &str)> = words(flow, parts, start).take(FIRST).collect();
        let label_lines = parts.iter().take_while(|(place, _)| first.first().is_some_and(|(at, _)| place < at)).count();
        match title(lines, &first) {
            Some(lines) => Self { label_lines, lines, is_title: true },
            None => {
                Self { label_lines, lines: first_sentence(flow, lines, words(flow, parts, start)), is_title: false }
            }
        }
    }

    /// Whether a paragraph ends behind so many lines; `None` where the line itself tells.
    pub(super) fn ends_behind(&self, count: usize) -> Option<bool> {
        match count.checked_sub(self.label_lines) {
            Some(0) => Some(true),
            Some(count) if count < self.lines => Some(false),
            Some(count) if count == self.lines && self.is_title => Some(true),
            _ => None,
        }
    }
}

/// How many lines at least the first paragraph of a clause without a title takes: up to one that is not full and ends a sentence. Behind
/// a short sentence the break may be one of those that a PDF reader makes behind marks.
fn first_sentence<'a>(flow: &Flow<'_>, lines: &Lines, words: impl Iterator<Item = (usize, &'a str)>) -> usize {
    const SHORT_SENTENCE: usize = 31;
    let mut characters = 0;
    for (count, (place, line)) in (1..).zip(words) {
        characters += line.chars().count();
        // Most lines are full, and nothing else is asked of them.
        if !lines.is_short(place) {
            continue;
        }
        let next = flow.pieces.get(place + 1).map_or("", |next| next.text);
        let ends = line.ends_with(['：', ':'])
            || (line.ends_with(is_sentence_end) && characters > SHORT_SENTENCE)
            || begins_with_label(next);
        if ends {
            return count;
        }
    }
    usize::MAX
}

/// So many lines are looked at for a title.
const FIRST: usize = 3;

/// The first words of a clause line by line, without its label.
fn words<'a>(flow: &Flow<'a>, parts: &[Part], start: (usize, usize)) -> impl Iterator<Item = (usize, &'a str)> {
    let words = parts.iter().map(move |(place, bytes)| {
        let from = if *place == start.0 { start.1.max(bytes.start) } else { bytes.start };
        let piece = flow.pieces.get(*place).map_or("", |piece| piece.text);
        (*place, trimmed(piece.get(from..bytes.end).unwrap_or_default()))
    });
    words.filter(|(_, words)| !words.is_empty())
}

/// How many lines the title takes.
fn title(lines: &Lines, words: &[(usize, &str)]) -> Option<usize> {
    for taken in 1..=2 {
        let (place, line) = words.get(taken - 1)?;
        let (_, next) = words.get(taken)?;
        let last = line.chars().next_back()?;
        if line.contains(is_sentence_end) || matches!(last, '，' | '、' | '：' | ':' | ',') {
            return None;
        }
        // A line is also broken before and after quotation marks and brackets.
        let quoted =
            is_closing(last) || next.starts_with(['“', '（', '(', '《', '‘', '「', '，', '。', '、', '；', '”', '）']);
        if lines.is_short(*place) {
            let own = || words.iter().take(taken).map(|(_, words)| *words);
            let quoted = quoted && !ends_with_units(&own().collect::<String>());
            let commas = own().map(|words| words.matches('，').count()).sum::<usize>();
            return (!quoted && commas <= 1 && lines.leaves_room(*place)).then_some(taken);
        }
    }
    None
}

/// Whether a text ends with a bracket that says who leads: 一、企业开办领域（省市场监管局牵头）.
pub(super) fn ends_with_units(text: &str) -> bool {
    const LONGEST: usize = 600;
    if !text.ends_with(['）', ')', '］', ']', '】', '〕']) {
        return false;
    }
    let mut depth = 0_usize;
    let open = text.char_indices().rev().take(LONGEST).find(|(_, c)| {
        match c {
            '）' | ')' | '］' | ']' | '】' | '〕' => depth += 1,
            '（' | '(' | '［' | '[' | '【' | '〔' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    let inner = open.and_then(|(at, c)| text.get(at + c.len_utf8()..)).map(|inner| inner.trim_end_matches(is_closing));
    let stated = |reading: BracketReading| reading.confidence == Confidence::Stated && !reading.leads.is_empty();
    inner.and_then(read_bracket).is_some_and(stated)
}
