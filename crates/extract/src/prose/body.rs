//! The words of a node: a title on a line of its own, and the text below it.

use crate::flow::{Flow, Passage, is_closing, is_sentence_end};
use crate::outline::{Node, NodeKind};
use crate::units::{BracketReading, Confidence, read_bracket};

use super::brackets::Brackets;

/// The words of a heading or clause.
#[derive(Debug, Clone, Default)]
pub(super) struct Body {
    /// A title that stands on lines of its own.
    pub(super) title_line: Option<String>,
    /// How many pieces the label and that title take.
    pub(super) title_pieces: usize,
    /// The text below the title, or all of it.
    pub(super) text: Passage,
}

/// Longest title that ends without a full stop, in characters.
const LONGEST_TITLE: usize = 60;
/// Longest title on its own line that ends with a full stop.
const LONGEST_SENTENCE_TITLE: usize = 30;

impl Body {
    /// The words of a node.
    pub(super) fn of(flow: &Flow<'_>, node: &Node) -> Self {
        let slices = slices(flow, node);
        let title = match node.kind {
            NodeKind::Labelled(_) => title_line(flow, &slices),
            NodeKind::Annex(_) => annex_title(flow, &slices),
            NodeKind::Opening | NodeKind::Title | NodeKind::Closing => None,
        };
        let mut body = Self::default();
        let taken = title.as_ref().map_or(0, |(taken, _)| *taken);
        for (at, words) in slices.iter().skip(taken) {
            body.text.push(flow, *at, words);
        }
        if let Some((_, words)) = title {
            let first = slices.first().map_or(node.start.0, |(at, _)| *at);
            body.title_pieces = first - node.start.0 + taken;
            body.title_line = Some(words);
        }
        body
    }

    /// Takes a unit bracket off the title line and says what it states.
    pub(super) fn take_title_bracket(&mut self, bare_names: bool) -> Option<BracketReading> {
        let title = self.title_line.as_mut()?;
        let passage = Passage::of_words(title);
        let brackets = Brackets::of(&passage, bare_names);
        // 时间安排 alone is a title, although it is a label before a time.
        let closes = |range: &std::ops::Range<usize>| range.start > 0 && range.end == passage.text.len();
        let bracket = brackets.found.into_iter().rfind(|bracket| closes(&bracket.range))?;
        *title = passage.text.get(..bracket.range.start).unwrap_or_default().to_owned();
        Some(bracket.reading)
    }
}

/// The words of a node piece by piece, empty ones left out.
fn slices<'a>(flow: &Flow<'a>, node: &Node) -> Vec<(usize, &'a str)> {
    let last = if node.end.1 > 0 { node.end.0 + 1 } else { node.end.0 };
    let mut slices = Vec::new();
    for at in node.start.0..last.max(node.start.0) {
        let Some(piece) = flow.pieces.get(at) else { break };
        let from = if at == node.start.0 { node.start.1 } else { 0 };
        let to = if at == node.end.0 { node.end.1 } else { piece.text.len() };
        let words = piece.text.get(from..to).unwrap_or_default().trim();
        if !words.is_empty() {
            slices.push((at, words));
        }
    }
    slices
}

/// A title on lines of its own: how many slices it takes, and its words without the final stop.
fn title_line(flow: &Flow<'_>, slices: &[(usize, &str)]) -> Option<(usize, String)> {
    let taken = if flow.wrapped { wrapped_title(flow, slices)? } else { paragraph_title(slices)? };
    let mut title = Passage::default();
    for (at, words) in slices.iter().take(taken) {
        title.push(flow, *at, words);
    }
    Some((taken, title.text.trim_end_matches(['。', '：', ':']).to_owned()))
}

/// In text with a paragraph a line: a short first paragraph without an inner full stop, followed by more.
fn paragraph_title(slices: &[(usize, &str)]) -> Option<usize> {
    let (_, first) = slices.first()?;
    slices.get(1)?;
    let words = first.trim_end_matches(['。', ' ']);
    let longest = if words.len() < first.len() { LONGEST_SENTENCE_TITLE } else { LONGEST_TITLE };
    let plain = !words.contains(['。', '；']) && !words.ends_with(['：', ':', '，', '、']);
    // A bracket that is not closed goes on in the next line.
    let open = words.matches(['（', '(']).count() > words.matches(['）', ')']).count();
    (plain && !open && words.chars().count() <= longest).then_some(1)
}

/// In wrapped text: a line that ends early without punctuation, alone or after one full line.
fn wrapped_title(flow: &Flow<'_>, slices: &[(usize, &str)]) -> Option<usize> {
    for taken in 1..=2 {
        let (at, words) = slices.get(taken - 1)?;
        let (_, next) = slices.get(taken)?;
        let last = words.chars().next_back()?;
        if words.contains(is_sentence_end) || matches!(last, '，' | '、' | '：' | ':' | ',') {
            return None;
        }
        let piece = flow.pieces.get(*at)?;
        // A line is also broken before and after quotation marks and brackets.
        let quoted =
            is_closing(last) || next.starts_with(['“', '（', '(', '《', '‘', '「', '，', '。', '、', '；', '”', '）']);
        if flow.is_short(piece) {
            let quoted = quoted && !ends_with_units(slices.iter().take(taken).map(|(_, words)| *words));
            let commas = slices.iter().take(taken).map(|(_, words)| words.matches('，').count()).sum::<usize>();
            return (!quoted && commas <= 1 && flow.leaves_room(piece)).then_some(taken);
        }
    }
    None
}

/// Whether lines end with a bracket that says who leads: 一、企业开办领域（省市场监管局牵头）.
fn ends_with_units<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    let title: String = lines.collect();
    let Some(inner) = title.strip_suffix(['）', ')']).and_then(|open| open.rsplit_once(['（', '('])) else {
        return false;
    };
    read_bracket(inner.1).is_some_and(|reading| reading.confidence == Confidence::Stated && !reading.leads.is_empty())
}

/// The title below 附件.
fn annex_title(flow: &Flow<'_>, slices: &[(usize, &str)]) -> Option<(usize, String)> {
    const LINES: usize = 3;
    let mut title = Passage::default();
    for (taken, (at, words)) in slices.iter().take(LINES).enumerate() {
        if words.ends_with('。') || title.text.chars().count() + words.chars().count() > LONGEST_TITLE {
            return (taken > 0).then_some((taken, title.text));
        }
        title.push(flow, *at, words);
        if flow.pieces.get(*at).is_none_or(|piece| flow.is_short(piece)) {
            return Some((taken + 1, title.text));
        }
    }
    None
}
