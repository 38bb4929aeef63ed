//! Blanks and line feeds in a list: between names they separate, inside a name they are wraps.

use std::borrow::Cow;

use super::is_edge;
use crate::letters::holds_blank;
use crate::units::body::{Likeness, has_sub_offices, is_sub_office, likeness};

/// The list without blanks; where one stands between two names, a separator takes its place.
pub(super) fn to_separators(list: &str) -> Cow<'_, str> {
    if !holds_blank(list) {
        return Cow::Borrowed(list);
    }
    let mut joined = String::with_capacity(list.len());
    let words = words(list);
    // 人事处 教务处 图书馆: where every word is a name, every blank separates.
    let all_names = words.len() > 1
        && words
            .iter()
            .all(|word| word.text.split(is_edge).all(|name| name.is_empty() || likeness(name) > Likeness::No));
    for (index, word) in words.iter().enumerate() {
        if index > 0 && !joined.ends_with(is_edge) && !word.text.starts_with(is_edge) {
            let last = joined.rsplit(is_edge).next().unwrap_or("");
            let first = word.text.split(is_edge).next().unwrap_or("");
            let enough = if word.after_break || all_names { Likeness::Ending } else { Likeness::Whole };
            if likeness(last) >= enough && likeness(first) >= enough && balanced(last) && !go_together(last, first) {
                joined.push('、');
            }
        }
        joined.push_str(word.text);
    }
    Cow::Owned(joined)
}

/// A stretch without blanks.
struct Word<'a> {
    text: &'a str,
    /// Whether a line feed, a tab or a wide gap stands before it.
    after_break: bool,
}

fn words(list: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let (mut start, mut gap) = (None, 0usize);
    let weight = |c: char| if matches!(c, '\n' | '\r' | '\t') { 3 } else { 1 };
    let mut gap_before = 0;
    for (at, c) in list.char_indices() {
        if c.is_whitespace() {
            if let Some(from) = start.take() {
                words.extend(list.get(from..at).map(|text| Word { text, after_break: gap_before >= 3 }));
                gap = 0;
            }
            gap += weight(c);
        } else if start.is_none() {
            start = Some(at);
            gap_before = gap;
            gap = 0;
        }
    }
    if let Some(from) = start {
        words.extend(list.get(from..).map(|text| Word { text, after_break: gap_before >= 3 }));
    }
    words
}

/// Whether the second name goes on with the first: 县委 宣传部.
fn go_together(last: &str, first: &str) -> bool {
    has_sub_offices(last) && is_sub_office(first)
}

/// Whether every bracket of a name is closed.
fn balanced(name: &str) -> bool {
    name.matches(['（', '(', '[']).count() == name.matches(['）', ')', ']']).count()
}
