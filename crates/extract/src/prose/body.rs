//! The words of a node: a title on a line of its own, and the text below it.

use crate::flow::{Flow, Passage};
use crate::outline::{Node, NodeKind};
use crate::units::{BracketReading, Labelled, Within, begins_with_label, labels, sentence_units};

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
    let taken = paragraph_title(slices)?;
    let mut title = Passage::default();
    for (at, words) in slices.iter().take(taken) {
        title.push(flow, *at, words);
    }
    Some((taken, title.text.trim_end_matches(['。', '：', ':']).to_owned()))
}

/// A short first paragraph without an inner full stop, followed by more.
fn paragraph_title(slices: &[(usize, &str)]) -> Option<usize> {
    let ((_, first), rest) = slices.split_first()?;
    let (_, next) = rest.first()?;
    // A whole sentence over a label is the text that the label belongs to.
    if first.ends_with('。') && (begins_with_label(next) || says_who(first)) {
        return None;
    }
    let words = first.trim_end_matches(['。', ' ']);
    let longest = if words.len() < first.len() { LONGEST_SENTENCE_TITLE } else { LONGEST_TITLE };
    let plain = !words.contains(['。', '；']) && !words.ends_with(['：', ':', '，', '、']);
    // A bracket that is not closed goes on in the next line.
    let open = words.matches(['（', '(']).count() > words.matches(['）', ')']).count();
    (plain && !open && words.chars().count() <= longest).then_some(1)
}

/// Whether a sentence says who does what, so that it is a clause and no title: 石桥由县交投公司负责代建。 改造管网，责任单位：县水利局。
fn says_who(sentence: &str) -> bool {
    let names = |one: &Labelled| one.label.complete && one.label.kind.names_units() && one.start > 0;
    labels(sentence, &[0], Within::Text).iter().any(names)
        || sentence.contains('由') && !sentence_units(sentence).leads.is_empty()
}

/// The title below 附件.
fn annex_title(flow: &Flow<'_>, slices: &[(usize, &str)]) -> Option<(usize, String)> {
    let (at, words) = slices.first()?;
    if words.ends_with('。') || words.chars().count() > LONGEST_TITLE {
        return None;
    }
    let mut title = Passage::default();
    title.push(flow, *at, words);
    Some((1, title.text))
}
