//! Items that run on in the line of their heading: 一、主要任务（一）改造管网。 or 二、水质保障：1.开展检测；2.整治水源地。
//!
//! They are parted where they count on, in the line itself or in the next paragraph, so that a heading alone is no clause and its first
//! item no heading.

use super::may_begin;
use crate::flow::{is_closing, is_sentence_end};
use crate::lexicon::tables::SECTION_KINDS;
use crate::outline::label::{self, Label, Shape};

/// A heading has so many characters.
const HEADING: std::ops::RangeInclusive<usize> = 2..=24;
/// An item of a line says something in at least so many characters; shorter ones are names in a list.
const SHORTEST_ITEM: usize = 6;

/// Where the items begin in a paragraph that begins with the label of their heading; `next` is the paragraph behind it.
pub(super) fn starts(text: &str, next: Option<&str>) -> Vec<usize> {
    let begins = text.chars().next().is_some_and(may_begin);
    let Some(outer) = begins.then(|| label::read(text)).flatten().filter(heads_items) else {
        return Vec::new();
    };
    let Some((first, inner)) = first_item(text, &outer) else { return Vec::new() };
    let mut starts = vec![first];
    let mut last = inner.number;
    let mut before = ' ';
    for (at, c) in text.char_indices().skip_while(|(at, _)| *at <= first) {
        if may_begin(c) && ends_item(before) && text.get(at..).is_some_and(|rest| follows(rest, &inner, last)) {
            starts.push(at);
            last += 1;
        }
        before = c;
    }
    let goes_on = next.is_some_and(|next| follows(next, &inner, last));
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let says = |(from, to): (&usize, usize)| {
        text.get(*from..to).is_some_and(|item| item.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST_ITEM)
    };
    let counted = starts.len() > 1 && starts.iter().zip(ends).all(says);
    if goes_on || counted { starts } else { Vec::new() }
}

fn heads_items(label: &Label) -> bool {
    !label.glued && matches!(label.shape, Shape::Han | Shape::BracketedHan | Shape::Arabic)
}

/// The first item behind a heading without a sentence in it, and where it begins.
fn first_item(text: &str, outer: &Label) -> Option<(usize, Label)> {
    let rest = text.get(outer.length..)?;
    let mut before = None;
    for (count, (at, c)) in rest.char_indices().enumerate() {
        if count > HEADING.end() + 2 {
            return None;
        }
        if may_begin(c)
            && let Some(inner) = rest.get(at..).and_then(label::read).filter(|inner| inner.number == 1 && !inner.glued)
            && inner.shape > outer.shape
            && (stands_apart(before, &inner) && is_heading(rest.get(..at)?))
        {
            return Some((outer.length + at, inner));
        }
        before = Some(c);
    }
    None
}

/// Whether a label may stand behind a character: an Arabic number wants a stop or a blank, a bracketed one nothing.
fn stands_apart(before: Option<char>, inner: &Label) -> bool {
    let Some(before) = before else { return false };
    let parted = before.is_whitespace() || matches!(before, '：' | ':' | '。');
    match inner.shape {
        Shape::Arabic => parted,
        Shape::BracketedHan | Shape::BracketedArabic => parted || before.is_alphabetic(),
        _ => false,
    }
}

/// Whether words are a heading, and neither lead to a list of conditions nor are the label of a statement: 责任单位：1.….
fn is_heading(words: &str) -> bool {
    const ENDS_OF_LABELS: [char; 8] = super::ENDS_OF_LABELS;
    let words = words.trim_end();
    let bare = words.trim_end_matches(['：', ':', '。', ' ']);
    let is_label = words.len() > bare.len() && bare.ends_with(ENDS_OF_LABELS);
    let plain =
        !bare.contains(|c: char| is_sentence_end(c) || matches!(c, '，' | ',' | '：' | ':' | '“' | '《' | '（' | '('));
    plain && !is_label && HEADING.contains(&bare.chars().count()) && !SECTION_KINDS.ends("leads-to", bare)
}

/// Whether words begin with the next label of a row.
fn follows(words: &str, inner: &Label, last: u32) -> bool {
    label::read(words).is_some_and(|label| label.shape == inner.shape && label.number == last + 1 && !label.glued)
}

fn ends_item(c: char) -> bool {
    c.is_whitespace() || is_sentence_end(c) || is_closing(c)
}
