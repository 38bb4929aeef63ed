//! The words of time in seeds/lexicon/times.txt, read once.

use std::sync::LazyLock;

use crate::lexicon::WordFinder;
use crate::lexicon::tables::TIMES;

/// Whether a text may state a rhythm or a time without a day; most texts do not, and one pass tells.
pub(super) fn may_state_time_without_day(text: &str) -> bool {
    static ALL: LazyLock<WordFinder> = LazyLock::new(|| TIMES.finder(&["rhythm", "ongoing", "immediate"]));
    text.contains('每') || ALL.is_in(text) || super::stated::holds_idiom(text)
}
