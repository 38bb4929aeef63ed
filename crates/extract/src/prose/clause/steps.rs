//! A row of steps in one paragraph behind a label of measures: 工作举措：由县文旅局负责：①…；②…. Each step is a measure, with the units told in
//! front of the row or on the lines of labels below it. Must not part 工作目标：①…；②…, which says what is to be reached.

use std::ops::Range;

use super::segment::{Segment, clean, segment};
use crate::flow::Passage;
use crate::outline::label::{self, Label, Shape};
use crate::units::{BracketReading, LabelKind, Within, labels, sentence_units};

/// A row of steps is at least so long.
const FEWEST: usize = 2;

/// Parts each segment whose measure is such a row into its steps.
pub(super) fn part<'a>(passage: &'a Passage, segments: &mut Vec<Segment<'a>>) {
    let parted = |segment: &Segment<'a>| of_segment(passage, segment);
    *segments = std::mem::take(segments)
        .into_iter()
        .flat_map(|segment| parted(&segment).unwrap_or_else(|| vec![segment]))
        .collect();
}

fn of_segment<'a>(passage: &'a Passage, whole: &Segment<'a>) -> Option<Vec<Segment<'a>>> {
    let row = row(passage, whole)?;
    let lead_in = passage.text.get(row.start..)?;
    let steps = steps(passage.text.get(row.clone())?);
    let first = steps.first().map(|(_, step)| step.start)?;
    if steps.len() < FEWEST {
        return None;
    }
    let reading = told(whole.bracket.as_ref(), lead_in.get(..first)?);
    let parts = steps.into_iter().map(|(label, step)| {
        let range = row.start + step.start..row.start + step.end;
        let words = passage.text.get(range.start + label.length..range.end).unwrap_or_default();
        let own = segment(passage, range, clean(words), None);
        Segment {
            bracket: reading.clone(),
            bracket_words: whole.bracket_words,
            bracket_line: whole.bracket_line,
            step: Some(label.printed),
            ..own
        }
    });
    let mut parts: Vec<Segment<'a>> = parts.filter(|part| !part.text.is_empty()).collect();
    if let Some(last) = parts.last_mut() {
        last.pieces.end = last.pieces.end.max(whole.pieces.end);
        last.last_line = last.last_line.max(whole.last_line);
    }
    Some(parts)
}

/// The paragraph of a segment that holds its measures behind their label, without the label.
fn row(passage: &Passage, whole: &Segment<'_>) -> Option<Range<usize>> {
    let text = passage.text.as_str();
    let own = whole.bracket.as_ref().and_then(|reading| reading.text.as_deref()).unwrap_or(whole.text.as_str());
    passage.paragraphs().find_map(|paragraph| {
        let words = text.get(paragraph.clone())?;
        if !words.contains('①') {
            return None;
        }
        let label = labels(words, &[0], Within::Text).into_iter().find(|one| one.label.kind == LabelKind::Text)?;
        let inner = words.get(label.words..)?.trim();
        let begins = label.start == 0 && own.contains(inner);
        begins.then_some(paragraph.start + label.words..paragraph.end)
    })
}

/// The circled numbers of a row in order, each with the bytes of its label and words. The row begins at once or behind words with a colon.
fn steps(row: &str) -> Vec<(Label, Range<usize>)> {
    let mut found: Vec<(Label, usize)> = Vec::new();
    let mut before: Option<char> = None;
    for (at, c) in row.char_indices() {
        let parts = before.is_none_or(|c| matches!(c, '：' | ':' | '；' | ';' | '。'));
        let wanted = u32::try_from(found.len() + 1).unwrap_or(u32::MAX);
        let label = if parts { row.get(at..).and_then(label::read) } else { None };
        found.extend(label.filter(|one| one.shape == Shape::Circled && one.number == wanted).map(|one| (one, at)));
        before = if c.is_whitespace() { before } else { Some(c) };
    }
    let ends: Vec<usize> = found.iter().skip(1).map(|(_, at)| *at).chain([row.len()]).collect();
    found.into_iter().zip(ends).map(|((label, at), end)| (label, at..end)).collect()
}

/// Who answers for every step: those of the labels below, else those told in front of the row. The words of the row are no longer its own.
fn told(stated: Option<&BracketReading>, lead_in: &str) -> Option<BracketReading> {
    let mut reading = stated.cloned().unwrap_or_default();
    reading.text = None;
    if reading.leads.is_empty() {
        let units = sentence_units(lead_in.trim_end_matches(['：', ':', ' ']));
        if !units.leads.is_empty() {
            (reading.leads, reading.rule, reading.basis) = (units.leads, units.rule, domain::UnitBasis::Sentence);
            reading.co_units.extend(units.co_units);
        }
    }
    let says = stated.is_some() || !reading.leads.is_empty();
    says.then_some(reading)
}
