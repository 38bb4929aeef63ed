//! Instructions inside a unit bracket that reach beyond it.

use std::borrow::Cow;
use std::ops::Range;

use crate::lexicon::tables::ROLES;
use crate::units::list::split_list;

/// What is left of a bracket when its instructions are taken out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Instructed<'a> {
    /// The words without instructions.
    pub(super) rest: Cow<'a, str>,
    /// Units given to everything below.
    pub(super) for_all_below: Vec<String>,
    /// Whether the first listed is declared to lead, here and below.
    pub(super) says_first_leads: bool,
}

/// Takes out 以下均需X负责，不再列出 / 以下政策均需X落实，不再单独列出 and 列第一位的为牵头单位，下同.
pub(super) fn take(inner: &str) -> Instructed<'_> {
    let mut for_all_below = Vec::new();
    if !inner.contains("不再") && !may_say_first_leads(inner) {
        return Instructed { rest: Cow::Borrowed(without_edges(inner)), for_all_below, says_first_leads: false };
    }
    let mut rest = inner.to_owned();
    if rest.contains("不再")
        && let Some(at) = rest.find("以下").filter(|at| rest.get(*at..).is_some_and(|tail| tail.contains("不再")))
    {
        let tail = rest.split_off(at);
        for_all_below = units_for_all_below(&tail);
    }
    let says_first_leads = take_first_leads(&mut rest);
    Instructed { rest: Cow::Owned(without_edges(&rest).to_owned()), for_all_below, says_first_leads }
}

fn without_edges(rest: &str) -> &str {
    let trimmed = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '。' | '；' | ';' | '，' | ','));
    // The instruction may have stood in a bracket of its own.
    trimmed.trim_end_matches(['（', '('])
}

/// Whether a bracket may say that the first listed leads, or holds an empty bracket that such words have left.
fn may_say_first_leads(words: &str) -> bool {
    speaks_of_first(words) || EMPTY.iter().any(|empty| words.contains(empty))
}

/// Brackets without words.
const EMPTY: [&str; 4] = ["（）", "()", "(）", "（)"];

/// Whether words speak of a place in the list, or of what stands below.
fn speaks_of_first(words: &str) -> bool {
    ROLES.holds("first", words) || words.contains("列前") || ROLES.holds("below", words)
}

/// Takes out what says that the first listed leads, and that it holds below, too: 列第一位者为牵头单位，下同.
fn take_first_leads(rest: &mut String) -> bool {
    let mut says = false;
    let mut cut: Vec<Range<usize>> = Vec::new();
    for range in if speaks_of_first(rest) { stretches(rest) } else { Vec::new() } {
        let stretch = rest.get(range.clone()).unwrap_or_default().trim();
        let names_place = ROLES.holds("first", stretch) || stretch.contains("列前");
        let is_rule = names_place && ROLES.holds("first-does", stretch);
        if is_rule || ROLES.is("below", stretch) {
            says |= is_rule;
            cut.push(range);
        }
    }
    for range in cut.into_iter().rev() {
        // The separator before it goes, too.
        let before = rest.get(..range.start).unwrap_or_default();
        let start = before.trim_end_matches(|c: char| is_stop(c) || c.is_whitespace()).len();
        rest.replace_range(start..range.end, "");
    }
    let empty = |rest: &str| {
        let brackets = EMPTY.into_iter().find(|empty| rest.contains(empty))?;
        rest.find(brackets)
    };
    while let Some(at) = empty(rest) {
        let end = rest.get(at..).and_then(|tail| tail.char_indices().nth(2)).map_or(rest.len(), |(end, _)| at + end);
        rest.replace_range(at..end, "");
    }
    says
}

/// The stretches between stops and brackets.
fn stretches(words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in words.char_indices() {
        if is_stop(c) || matches!(c, '（' | '(' | '）' | ')' | '[' | ']' | '：' | ':') {
            found.push(start..at);
            start = at + c.len_utf8();
        }
    }
    found.push(start..words.len());
    found.retain(|range| range.start < range.end);
    found
}

fn is_stop(c: char) -> bool {
    matches!(c, '，' | ',' | '；' | ';' | '。' | '、')
}

/// The units of 以下均需各区、县（市）政府负责，不再列出.
fn units_for_all_below(tail: &str) -> Vec<String> {
    let from = ROLES.words("all-below").iter().find_map(|word| tail.find(word).map(|at| at + word.len()));
    let to = ROLES.words("all-below-does").iter().filter_map(|word| tail.find(word)).min();
    match (from, to) {
        (Some(from), Some(to)) if from < to => tail.get(from..to).map(split_list).unwrap_or_default(),
        _ => Vec::new(),
    }
}
