//! The brackets of a clause that name its units.

mod handed_over;
mod statement;

use std::ops::Range;

use crate::bracket_shapes::{self, Side};
use crate::flow::{Passage, is_sentence_end};
use crate::letters::signs;
use crate::units::{BracketReading, Confidence, begins_with_label, is_section_of_office, read_bracket};

/// A bracket that states units or a time.
#[derive(Debug, Clone)]
pub(super) struct UnitBracket {
    /// Bytes of the text, the bracket characters included.
    pub(super) range: Range<usize>,
    /// What it says.
    pub(super) reading: BracketReading,
    /// Whether its end is missing.
    pub(super) unclosed: bool,
    /// Whether it is a statement on lines of its own.
    pub(super) own_line: bool,
}

/// The unit brackets of a text, in order.
#[derive(Debug, Clone, Default)]
pub(super) struct Brackets {
    /// The brackets.
    pub(super) found: Vec<UnitBracket>,
}

/// How long the words of a bracket may be, in bytes.
const LONGEST: usize = 2400;

impl Brackets {
    /// Finds the unit brackets of a passage; `bare_names` says that a single bare name counts, because the document has
    /// many of them.
    pub(super) fn of(passage: &Passage, bare_names: bool) -> Self {
        let text = passage.text.as_str();
        let mut found: Vec<UnitBracket> = Vec::new();
        let mut pairs = pairs(text);
        pairs.extend(behind_dashes(passage));
        pairs.sort_by_key(|pair| pair.range.start);
        for pair in pairs {
            if found.last().is_some_and(|last| last.range.end > pair.range.start) {
                continue;
            }
            if let Some(bracket) = read_pair(passage, &pair, bare_names) {
                found.push(bracket);
            }
        }
        let mut lines = statement::find(passage, &found);
        let overlaps = |one: &UnitBracket, other: &UnitBracket| {
            one.range.start < other.range.end && other.range.start < one.range.end
        };
        let by = handed_over::find(passage).into_iter();
        lines.extend(by.filter(|by| !found.iter().chain(&lines).any(|one| overlaps(one, by))).collect::<Vec<_>>());
        lines.sort_by_key(|line| line.range.start);
        // 责任单位：市委宣传部（市版权局） holds a bracket that belongs to a name.
        found.retain(|f| {
            let before = lines.partition_point(|line| line.range.start < f.range.start);
            let last = before.checked_sub(1).and_then(|last| lines.get(last));
            last.is_none_or(|line| line.range.end < f.range.end)
        });
        lines.retain(|line| {
            let before = found.partition_point(|f| f.range.start < line.range.end);
            let last = before.checked_sub(1).and_then(|last| found.get(last));
            last.is_none_or(|f| f.range.end <= line.range.start)
        });
        if found.iter().any(|bracket| !bracket.reading.leads.is_empty()) {
            lines.extend(statement::own_words(passage, &found, &lines));
        }
        found.extend(lines);
        found.sort_by_key(|bracket| bracket.range.start);
        Self { found }
    }

    /// Whether any of them would be no unit bracket in a document without many bare names.
    pub(super) fn rest_on_bare_names(&self) -> bool {
        self.found.iter().any(|bracket| bracket.reading.confidence == Confidence::Possible)
    }
}

/// A bracket and whether it is closed.
struct Pair {
    range: Range<usize>,
    inner: Range<usize>,
    unclosed: bool,
}

/// All pairs of brackets by their beginning, in one pass. A last bracket that is never closed goes to the end.
fn pairs(text: &str) -> Vec<Pair> {
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut pairs = Vec::new();
    let mut odd = Vec::new();
    let shapes = bracket_shapes::shapes();
    for (at, c) in signs(text) {
        let end = at + c.len_utf8();
        match shapes.of_statement(c) {
            Some(Side::Opens) => open.push((at, end)),
            Some(Side::Closes) => {
                if let Some((start, inner)) = open.pop() {
                    pairs.push(Pair { range: start..end, inner: inner..at, unclosed: false });
                }
            }
            None => odd.extend(odd_pair(text, at, c)),
        }
    }
    // 各区、县（市政府）… closes too early; what is open at the end is the outermost bracket.
    if let Some((start, inner)) = open.first().copied() {
        pairs.push(Pair { range: start..text.len(), inner: inner..text.len(), unclosed: true });
    }
    pairs.extend(odd);
    pairs.sort_by_key(|pair| pair.range.start);
    pairs
}

/// Statements behind a dash at the end of a paragraph: …。——县教育局负责，县财政局协助.
fn behind_dashes(passage: &Passage) -> Vec<Pair> {
    let text = passage.text.as_str();
    let mut found = Vec::new();
    if !text.contains("——") {
        return found;
    }
    for Range { start, end } in passage.paragraphs() {
        let paragraph = text.get(start..end).unwrap_or_default();
        if let Some(at) = paragraph.rfind("——").filter(|at| *at > 0) {
            let before = paragraph.get(..at).unwrap_or_default();
            if before.trim_end().ends_with(is_sentence_end) {
                let open = start + before.trim_end_matches('—').len();
                found.push(Pair { range: open..end, inner: start + at + "——".len()..end, unclosed: false });
            }
        }
    }
    found
}

/// Brackets that enclose much else, and units only behind a label: <责任单位：各乡镇>, 《牵头单位：县水利局》.
fn odd_pair(text: &str, at: usize, open: char) -> Option<Pair> {
    let close = bracket_shapes::shapes().closing_labelled(open)?;
    let from = at + open.len_utf8();
    let rest = text.get(from..).filter(|rest| begins_with_label(rest))?;
    let (end, c) = rest.char_indices().take(LONGEST).find(|(_, c)| *c == close)?;
    let end = from + end;
    Some(Pair { range: at..end + c.len_utf8(), inner: from..end, unclosed: false })
}

fn read_pair(passage: &Passage, pair: &Pair, bare_names: bool) -> Option<UnitBracket> {
    let text = passage.text.as_str();
    if pair.inner.len() > LONGEST {
        return None;
    }
    let inner = text.get(pair.inner.clone())?;
    let before = text.get(..pair.range.start)?.trim_end();
    let after = text.get(pair.range.end..)?;
    let rest = after.trim_start();
    let ends = rest.trim_start_matches(['。', '；', ';', ' ']).is_empty()
        || passage.starts_paragraph(pair.range.end)
        || passage.starts_paragraph(text.len() - rest.trim_start_matches(['。', ' ']).len());
    let after_sentence = before.chars().next_back().is_none_or(is_sentence_end);
    let before_stop = rest.starts_with(['。', '；']) || rest.is_empty();
    let labelled = begins_with_label(inner);
    if !(ends || after_sentence || before_stop || labelled) {
        return None;
    }
    let reading = read_bracket(inner)?;
    let accepted = match reading.confidence {
        _ if pair.unclosed => labelled || (reading.confidence == Confidence::Stated && after_sentence),
        Confidence::Stated => labelled || after_sentence || before_stop,
        Confidence::Likely => after_sentence || (ends && before_stop),
        Confidence::Possible => {
            let is_section = reading.leads.first().is_some_and(|name| is_section_of_office(name));
            before_stop && (bare_names && (after_sentence || rest.is_empty()) || is_section && ends)
        }
    };
    let own_line = pair.range.start > 0 && passage.starts_paragraph(pair.range.start);
    accepted.then(|| UnitBracket { range: pair.range.clone(), reading, unclosed: pair.unclosed, own_line })
}
