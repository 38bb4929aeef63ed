//! What is left of tables that no step could put together: lines that bars close, or a line that runs captions and cells together.
//!
//! Such words are neither clauses nor background: a person has to look. Must not catch a line of links between bars, nor a
//! sentence that names a few captions.

use std::ops::Range;

use super::cells::Entry;
use super::evidence::{self, CaptionKind};
use crate::letters::signs;

/// Bars that close cells.
const BARS: [char; 4] = ['|', '｜', '│', '┃'];
/// So many lines with bars at least make what looks like a table.
const FEWEST_LINES: usize = 4;
/// Between two lines with bars stand at most so many without.
const MOST_BETWEEN: usize = 6;
/// So many captions tell.
const FEWEST_CAPTIONS: usize = 2;
/// A line that runs a table together holds so many captions and so many further words at least.
const FEWEST_RUN_TOGETHER: usize = 4;

/// The stretches of entries that look like a table and belong to none. `is_free` says which entries do not.
pub(super) fn find(entries: &[Entry<'_>], is_free: impl Fn(&Entry<'_>) -> bool) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(Range<usize>, usize)> = None;
    let mut close = |open: &mut Option<(Range<usize>, usize)>| {
        if let Some((range, _)) = open.take().filter(|(range, lines)| *lines >= FEWEST_LINES && tells(entries, range)) {
            found.push(range);
        }
    };
    for (at, entry) in entries.iter().enumerate() {
        if !is_free(entry) || open.as_ref().is_some_and(|(range, _)| at > range.end + MOST_BETWEEN) {
            close(&mut open);
        }
        if is_free(entry) && entry.text.ends_with(BARS) {
            let (range, lines) = open.get_or_insert((at..at, 0));
            (range.end, *lines) = (at + 1, *lines + 1);
        } else if is_free(entry) && runs_together(entry.text) {
            close(&mut open);
            open = Some((at..at + 1, FEWEST_LINES));
            close(&mut open);
        }
    }
    close(&mut open);
    found
}

/// Whether enough captions stand in a stretch, one of them of units or times.
fn tells(entries: &[Entry<'_>], range: &Range<usize>) -> bool {
    const LOOKED_AT: usize = 40;
    let lines = entries.get(range.clone()).unwrap_or_default().iter().take(LOOKED_AT);
    let words = lines.flat_map(|entry| entry.text.split(BARS).flat_map(str::split_whitespace));
    let kinds: Vec<CaptionKind> = words.filter_map(evidence::caption).collect();
    kinds.len() >= FEWEST_CAPTIONS && kinds.iter().any(|kind| matches!(kind, CaptionKind::Unit | CaptionKind::Time))
}

/// Whether one line holds the captions of a table and more behind them.
fn runs_together(line: &str) -> bool {
    const LONG: usize = 80;
    // One pass over the blanks tells of nearly every line.
    let blanks = || signs(line).filter(|(_, c)| c.is_whitespace());
    if line.len() < LONG * 3
        || blanks().nth(FEWEST_RUN_TOGETHER * 2 - 1).is_none()
        || line.split_whitespace().nth(FEWEST_RUN_TOGETHER * 2).is_none()
    {
        return false;
    }
    let kinds: Vec<CaptionKind> = line.split_whitespace().filter_map(evidence::caption).collect();
    kinds.contains(&CaptionKind::Number) && kinds.contains(&CaptionKind::Unit) && kinds.len() >= FEWEST_RUN_TOGETHER
}
