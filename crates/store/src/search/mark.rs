//! Where in a text the words of a search stand.

use std::ops::Range;

use super::pairs;

/// A run of text, marked where it answers the search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The characters.
    pub text: String,
    /// Whether they are what was searched.
    pub marked: bool,
}

/// How many characters of text are shown before the first match, and how many in all.
const BEFORE: usize = 24;
pub(super) const SHOWN: usize = 90;

/// A text folded for comparing, with the way back to the original.
pub(crate) struct Folded {
    text: String,
    /// For each byte of `text` that begins a character: where it stands in the original, and where its character ends.
    origins: Vec<(usize, Range<usize>)>,
}

impl Folded {
    pub(crate) fn of(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut origins = Vec::with_capacity(original.len() / 3);
        for (at, c) in original.char_indices() {
            if let Some(folded) = pairs::folded(c) {
                origins.push((text.len(), at..at + c.len_utf8()));
                text.push(folded);
            }
        }
        Self { text, origins }
    }

    /// The byte ranges of the original where the folded word stands.
    pub(crate) fn find<'a>(&'a self, word: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        self.text.match_indices(word).filter_map(|(at, found)| {
            let first = self.origins.binary_search_by_key(&at, |origin| origin.0).ok()?;
            let end = self.origins.partition_point(|origin| origin.0 < at + found.len());
            let last = self.origins.get(end.checked_sub(1)?)?;
            Some(self.origins.get(first)?.1.start..last.1.end)
        })
    }
}

/// The text with every word marked.
pub(crate) fn mark(text: &str, folded_words: &[String]) -> Vec<Segment> {
    let folded = Folded::of(text);
    let mut ranges: Vec<_> = folded_words.iter().flat_map(|word| folded.find(word)).collect();
    ranges.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut segments: Vec<Segment> = Vec::new();
    let mut at = 0;
    for range in ranges {
        let start = range.start.max(at);
        if range.end <= at {
            continue;
        }
        push(&mut segments, text.get(at..start), false);
        push(&mut segments, text.get(start..range.end), true);
        at = range.end;
    }
    push(&mut segments, text.get(at..), false);
    segments
}

fn push(segments: &mut Vec<Segment>, text: Option<&str>, marked: bool) {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return };
    match segments.last_mut() {
        Some(last) if last.marked == marked => last.text.push_str(text),
        _ => segments.push(Segment { text: text.to_owned(), marked }),
    }
}

/// Where the first of the words stands.
pub(super) fn first_match(text: &str, folded_words: &[String]) -> Option<Range<usize>> {
    let folded = pairs::fold(text);
    let matches = folded_words.iter().filter_map(|word| folded.find(word.as_str()).map(|at| at..at + word.len()));
    let first = matches.min_by_key(|range| range.start)?;
    // A text is long and the way back to it is gone once: nothing is kept of each character, as `Folded` does.
    let mut at = 0;
    let mut found: Option<Range<usize>> = None;
    for (start, c) in text.char_indices() {
        let Some(c_folded) = pairs::folded(c) else { continue };
        if at >= first.end {
            break;
        }
        if at >= first.start {
            found = Some(found.map_or(start, |found| found.start)..start + c.len_utf8());
        }
        at += c_folded.len_utf8();
    }
    found
}

/// The part of the text around the first word found; its beginning when none is.
pub(crate) fn around(text: &str, folded_words: &[String]) -> String {
    let first = first_match(text, folded_words).map(|range| range.start);
    let before = text.get(..first.unwrap_or_default()).unwrap_or_default().chars().count();
    let skipped = before.saturating_sub(BEFORE);
    let mut part: String = text.chars().skip(skipped).take(SHOWN).collect();
    if skipped > 0 {
        part.insert(0, '…');
    }
    if text.chars().nth(skipped + SHOWN).is_some() {
        part.push('…');
    }
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_marked_where_it_stands() {
        let check = |text: &str, words: &[&str], expected: &str| {
            let words: Vec<String> = words.iter().map(|word| pairs::fold(word)).collect();
            let shown: String = mark(text, &words)
                .iter()
                .map(|part| if part.marked { format!("[{}]", part.text) } else { part.text.clone() })
                .collect();
            assert_eq!(shown, expected);
        };
        check("深化政府采购改革，规范采购", &["采购"], "深化政府[采购]改革，规范[采购]");
        check("于2022 年6 月底前", &["２０２２年"], "于[2022 年]6 月底前");
        check("营商环境", &["营商", "商环"], "[营商环]境");
        check("<script>alert(1)</script>", &["SCRIPT"], "<[script]>alert(1)</[script]>");
        check("没有", &["采购"], "没有");
        check("", &["采购"], "");
    }
}
