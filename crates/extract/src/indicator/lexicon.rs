//! The words by which a figure is known as a target: seeds/lexicon/figures.txt.

use std::sync::LazyLock;

use crate::lexicon::tables::FIGURES;

/// What may follow a figure that names something before it: the next clause, joined.
pub(super) const JOINING: &[char] = &['并', '和', '及', '且', '而', '”', '；', '。', ' '];

/// Units of figures, longer before shorter.
pub(super) static UNITS: LazyLock<Vec<&str>> = LazyLock::new(|| longest_first("unit"));
/// What stands right before the figure and says where it should go, longer before shorter.
pub(super) static DIRECTIONS: LazyLock<Vec<&str>> = LazyLock::new(|| longest_first("direction"));
/// Verbs that order so many of something to be made, longer before shorter.
pub(super) static MAKING: LazyLock<Vec<&str>> = LazyLock::new(|| longest_first("making"));
/// What may stand before the name and is no part of it, longer before shorter.
pub(super) static LEADING: LazyLock<Vec<&str>> = LazyLock::new(|| longest_first("leading"));
/// What may stand between name and direction, longer before shorter.
pub(super) static TRAILING: LazyLock<Vec<&str>> = LazyLock::new(|| longest_first("trailing"));

fn longest_first(kind: &str) -> Vec<&'static str> {
    let mut words = FIGURES.words(kind).to_vec();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

/// Whether a verb is as often part of a name.
pub(super) fn may_be_noun(verb: &str) -> bool {
    FIGURES.is("maybe-noun", verb)
}

/// Whether the name of a share or a sum is that of something to be reached, and not set by others: 整改率, not 税率.
pub(super) fn names_goal(name: &str) -> bool {
    FIGURES.ends("goal", name) && !FIGURES.ends("rate", name)
}

/// Whether figures of this unit are spans of time.
pub(super) fn is_time(unit: &str) -> bool {
    FIGURES.is("time-unit", unit)
}

/// Whether figures of this unit may be sums handed out rather than targets.
pub(super) fn is_money_or_share(unit: &str) -> bool {
    unit.contains('元') || matches!(unit, "%" | "％" | "倍")
}

/// Whether the words hand out money or grant relief; sums and shares beside them are then no targets, and figures
/// before them are conditions of the grant.
pub(super) fn grants(words: &str) -> bool {
    FIGURES.holds("grant", words)
}
