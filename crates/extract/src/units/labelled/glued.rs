//! Labels run on behind the words of a task, without colon or blank: …清运完毕责任单位环卫公司配合单位城管科.

use super::Labelled;
use crate::lexicon::WordFinder;
use crate::lexicon::tables::LABELS;
use crate::units::label::{LONGEST_LABEL, may_end_with_clear_label, read_label};
use crate::units::only_units;
use std::sync::LazyLock;

/// Behind these the words belong to a sentence: 由责任单位…, 各责任单位.
const BEFORE: [char; 16] =
    ['由', '各', '和', '与', '及', '的', '向', '对', '请', '报', '到', '按', '等', '经', '名', '共'];

/// Adds the labels of each line whose words are units, up to the next label and to the line's end.
pub(super) fn add(text: &str, line_starts: &[usize], found: &[Labelled], more: &mut Vec<Labelled>) {
    if !noun_finder().is_in(text) {
        return;
    }
    for (index, start) in line_starts.iter().enumerate() {
        let end = line_starts.get(index + 1).copied().unwrap_or(text.len());
        // A line that has labels of its own prints colons behind them.
        let before = found.partition_point(|label| label.start < *start);
        if found.get(before).is_none_or(|label| label.start >= end) {
            more.extend(text.get(*start..end).map(|line| of_line(line, *start)).unwrap_or_default());
        }
    }
}

/// The labels at the end of a line, the last one first tried: what stands behind each must be units and nothing else.
fn of_line(line: &str, start: usize) -> Vec<Labelled> {
    const MOST: usize = 4;
    let mut labels = Vec::new();
    let mut end = line.trim_end_matches(['。', ' ', '；', '\n']).len();
    while labels.len() < MOST
        && let Some(label) = last_label(line.get(..end).unwrap_or_default(), start)
    {
        end = label.start - start;
        labels.push(label);
    }
    labels.reverse();
    labels
}

/// Where the last of each noun ends, and the last of each before the very last, which may belong to a unit: 责任单位各社区居委会、驻辖区单位. From
/// the end on.
fn ends_of_nouns(words: &str) -> Vec<usize> {
    let all: Vec<(usize, &str)> = noun_finder().places(words);
    let ends = || all.iter().rev().map(|(at, noun)| (at + noun.len(), *noun));
    let last_of = |noun: &str, limit: usize| ends().find(|(end, own)| *own == noun && *end <= limit);
    let Some((very_last, _)) = ends().next() else { return Vec::new() };
    let nouns = || LABELS.words("run-on").iter();
    let last = nouns().filter_map(|noun| last_of(noun, usize::MAX));
    let earlier = nouns().filter_map(|noun| last_of(noun, very_last.checked_sub(noun.len())?));
    let mut found: Vec<usize> = last.chain(earlier).map(|(end, _)| end).collect();
    found.sort_unstable_by(|one, other| other.cmp(one));
    found
}

fn noun_finder() -> &'static WordFinder {
    static ANY: LazyLock<WordFinder> = LazyLock::new(|| LABELS.finder(&["run-on"]));
    &ANY
}

/// The last label of some words, when only units stand behind it.
fn last_label(words: &str, start: usize) -> Option<Labelled> {
    const LONGEST_LIST: usize = 300;
    ends_of_nouns(words).into_iter().find_map(|end| {
        let list = words.get(end..).filter(|list| list.len() <= LONGEST_LIST)?;
        let before = words.get(..end).filter(|before| may_end_with_clear_label(before))?;
        only_units(list)?;
        let begins = before.char_indices().rev().map(|(at, _)| at).take(LONGEST_LABEL);
        let longest = begins.filter_map(|at| {
            let label = read_label(before.get(at..)?).filter(|label| label.complete && label.clear)?;
            Some((at, label))
        });
        let (at, label) = longest.last()?;
        let glued = words.get(..at)?.chars().next_back().is_some_and(|c| c.is_alphanumeric() && !BEFORE.contains(&c));
        let printed = before.get(at..)?.to_owned();
        glued.then_some(Labelled { label, printed, start: start + at, words: start + end })
    })
}
