//! Statements of units, people and times without brackets around them: 责任单位：X、Y。完成时限：6月底。
//!
//! A statement is a row of labels with their words. It stands on lines of its own, or at the end of a sentence; it goes on
//! over wraps and ends with its paragraph, or with a full stop that no label follows.

use std::ops::Range;
use std::sync::LazyLock;

use super::{LONGEST, UnitBracket};
use crate::bracket_shapes::{self, Side};
use crate::flow::Passage;
use crate::letters::signs;
use crate::lexicon::WordFinder;
use crate::lexicon::tables::LABELS;
use crate::units::bracket::labels::BRACKET_LABELLED;
use crate::units::{
    BracketReading, Confidence, LabelKind, Labelled, LabelledWords, Within, is_core_label as is_core, labels,
    only_units, read_bracket, read_labelled,
};

/// A row of labels with the bytes of their words.
struct Row {
    labels: Vec<(Labelled, Range<usize>)>,
    range: Range<usize>,
}

/// The statements of a passage, in order; not those inside `brackets`, which have been read with them.
pub(super) fn find(passage: &Passage, brackets: &[UnitBracket]) -> Vec<UnitBracket> {
    let text = passage.text.as_str();
    if !may_hold_labels(text) {
        return Vec::new();
    }
    let (starts, paragraph_ends): (Vec<usize>, Vec<usize>) =
        passage.paragraphs().map(|paragraph| (paragraph.start, paragraph.end)).unzip();
    let found = labels(text, &starts, Within::Text);
    let mut rows: Vec<Row> = Vec::new();
    for (index, label) in found.iter().enumerate() {
        let limit = found.get(index + 1).map_or(text.len(), |next| next.start);
        let words = label.words..end_of_words(text, label, limit, &paragraph_ends);
        let end = words.end;
        match rows.last_mut() {
            Some(row) if is_gap(text.get(row.range.end..label.start).unwrap_or("。")) => {
                row.range.end = end;
                row.labels.push((label.clone(), words));
            }
            _ => rows.push(Row { range: label.start..end, labels: vec![(label.clone(), words)] }),
        }
    }
    let core = |row: &Row| row.labels.iter().any(|(label, _)| is_core(label.label.kind));
    let any_core = rows.iter().any(core);
    rows.retain(|row| core(row) || (any_core && starts.binary_search(&row.range.start).is_ok()));
    rows.retain(|row| !is_inside(row, brackets));
    rows.into_iter().filter_map(|row| read(text, &row, &starts)).collect()
}

/// Whether a row begins inside a bracket, with which it has been read.
fn is_inside(row: &Row, brackets: &[UnitBracket]) -> bool {
    let behind = brackets.partition_point(|bracket| bracket.range.start < row.range.start);
    let around = behind.checked_sub(1).and_then(|last| brackets.get(last));
    around.is_some_and(|around| row.range.start < around.range.end)
}

/// The measure's own words on a line behind the bracket that names the units: 整改措施：…. What stands before the bracket is then the
/// problem.
pub(super) fn own_words(passage: &Passage, brackets: &[UnitBracket], statements: &[UnitBracket]) -> Vec<UnitBracket> {
    let text = passage.text.as_str();
    let taken = |line: &Range<usize>| {
        let overlaps = |one: &UnitBracket| one.range.start < line.end && line.start < one.range.end;
        brackets.iter().chain(statements).any(overlaps)
    };
    let behind = |line: &Range<usize>| brackets.iter().any(|bracket| bracket.range.end <= line.start);
    let lines = passage.paragraphs().filter(|line| behind(line) && !taken(line));
    lines
        .filter_map(|line| {
            let words = text.get(line.clone())?;
            let label = labels(words, &[0], Within::Text).into_iter().next()?;
            let own = words.get(label.words..)?.trim();
            let gives = label.start == 0 && label.label.kind == LabelKind::Text && !own.is_empty();
            let reading = BracketReading {
                rule: BRACKET_LABELLED,
                confidence: Confidence::Stated,
                text: Some(own.to_owned()),
                ..BracketReading::default()
            };
            gives.then_some(UnitBracket { range: line, reading, unclosed: false, own_line: true })
        })
        .collect()
}

/// Whether a text is worth a look: it holds a part of labels, and a sign that closes one or a role that needs none.
fn may_hold_labels(text: &str) -> bool {
    const PARTS: [&str; 6] = ["unit", "time-noun", "leader", "responsible", "contact", "clear"];
    static ANY: LazyLock<WordFinder> = LazyLock::new(|| LABELS.finder(&PARTS));
    static CLEAR: LazyLock<WordFinder> = LazyLock::new(|| LABELS.finder(&["clear"]));
    let shapes = bracket_shapes::shapes();
    let closes = |c: char| matches!(c, '：' | ':') || shapes.of_label(c) == Some(Side::Closes);
    ANY.is_in(text) && (signs(text).any(|(_, c)| closes(c)) || CLEAR.is_in(text))
}

/// Where the words behind a label end.
fn end_of_words(text: &str, label: &Labelled, limit: usize, paragraph_ends: &[usize]) -> usize {
    let stops_at_sentence = is_core(label.label.kind) || label.label.kind == LabelKind::Contact;
    let text_of_measure = label.label.kind == LabelKind::Text;
    let paragraph = |from: usize| {
        let next = paragraph_ends.partition_point(|end| *end <= from);
        paragraph_ends.get(next).copied().unwrap_or(text.len())
    };
    let mut end = paragraph(label.words.saturating_sub(1));
    // The words may stand on the next line, and a list goes on behind a separator.
    while end < limit {
        let words = text.get(label.words..end).unwrap_or_default().trim_end();
        let next = text.get(end..paragraph(end).min(limit)).unwrap_or_default();
        let goes_on = words.trim().is_empty()
            || words.ends_with(['、', '，', ','])
            || text_of_measure
            || (label.label.kind.names_units() && are_units(next));
        if !goes_on {
            break;
        }
        end = paragraph(end);
    }
    let end = end.min(limit);
    if !stops_at_sentence {
        return end;
    }
    let words = text.get(label.words..end).unwrap_or_default();
    full_stop(words).map_or(end, |stop| label.words + stop)
}

/// Whether a line is nothing but units, so that a list goes on.
fn are_units(line: &str) -> bool {
    const LONGEST_LINE: usize = 240;
    line.len() <= LONGEST_LINE && !line.contains(['。', '：', ':']) && only_units(line).is_some()
}

/// Behind the first full stop outside brackets.
fn full_stop(words: &str) -> Option<usize> {
    let mut depth = 0usize;
    signs(words).find_map(|(at, c)| {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            '。' if depth == 0 => return Some(at + c.len_utf8()),
            _ => {}
        }
        None
    })
}

/// Whether nothing but separators stands between two labels.
fn is_gap(words: &str) -> bool {
    words.chars().all(|c| !c.is_alphanumeric() && !matches!(c, '（' | '(' | '“' | '《'))
}

/// Reads a row of labels. A comma before it belongs to it.
fn read(text: &str, row: &Row, line_starts: &[usize]) -> Option<UnitBracket> {
    if row.range.len() > LONGEST * 4 {
        return None;
    }
    let mut range = row.range.clone();
    let own_line = line_starts.binary_search(&range.start).is_ok();
    if !own_line {
        let before = text.get(..range.start)?;
        range.start = before.trim_end_matches(['，', ',', '、', '—', '－', '-', '·', ' ', '\u{3000}']).len();
    }
    let whole = text.get(row.range.clone())?;
    // Instructions and divisions of tasks are read with the brackets.
    let instructs = whole.len() <= LONGEST && whole.contains("以下") && whole.contains("不再");
    let reading = if row.labels.len() == 1 || instructs {
        read_bracket(whole)?
    } else {
        let words = |(label, words): &(Labelled, Range<usize>)| {
            let words = text.get(words.clone())?;
            Some(LabelledWords { label: label.label, printed: label.printed.clone(), words })
        };
        let segments: Vec<LabelledWords<'_>> = row.labels.iter().filter_map(words).collect();
        read_labelled(&segments)?
    };
    Some(UnitBracket { range, reading, unclosed: false, own_line })
}
