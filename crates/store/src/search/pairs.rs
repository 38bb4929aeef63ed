//! Text as overlapping pairs of characters.
//!
//! 营商环境 is kept as 营商 商环 环境; a search for any run of it asks for all of its own pairs, and where those are several the
//! text is looked at, for the index keeps no places (they took two thirds of its room). Blanks are left out and
//! widths and capitals made even on both sides, so that a wrapped or spaced-out word is found by its plain form.
//! SQLite's tokeniser would drop punctuation, so ASCII other than letters and digits moves to the private use area.

use std::collections::HashSet;

/// The character at its plain width: Ａ is A, （ is (.
pub(crate) fn width_folded(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// The character as it is compared; none for blanks.
pub(crate) fn folded(c: char) -> Option<char> {
    // Most of every text: characters of Chinese have no capitals, are no blanks and of one width.
    if matches!(c, '\u{4E00}'..='\u{9FFF}') {
        return Some(c);
    }
    if c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\0') {
        return None;
    }
    let c = width_folded(c);
    Some(c.to_lowercase().next().unwrap_or(c))
}

/// The text as it is compared.
pub fn fold(text: &str) -> String {
    let mut compared = String::with_capacity(text.len());
    compared.extend(text.chars().filter_map(folded));
    compared
}

/// Whether a word, as it is compared, stands in a text.
pub(crate) fn stands_in(text: &str, folded_word: &str) -> bool {
    let mut missing = vec![folded_word];
    leave_missing(&mut missing, text);
    missing.is_empty()
}

/// Leaves of the words, as they are compared, those that do not stand in the text.
pub(crate) fn leave_missing(words: &mut Vec<&str>, text: &str) {
    // What stands in the text as it is written stands in it as it is compared.
    words.retain(|word| !text.contains(word));
    if !words.is_empty() && is_folded_otherwise(text) {
        let folded = fold(text);
        words.retain(|word| !folded.contains(word));
    }
}

/// Whether the text is compared in another form than it is written in.
fn is_folded_otherwise(text: &str) -> bool {
    text.chars().any(|c| folded(c) != Some(c))
}

fn indexed(c: char) -> char {
    if c.is_ascii() && !c.is_ascii_alphanumeric() { char::from_u32(0xE000 + u32::from(c)).unwrap_or(c) } else { c }
}

/// The words by which an entry stands in the index: pairs, each once, for the index does not count them.
#[derive(Debug, Default)]
pub(crate) struct IndexWords {
    words: String,
    seen: HashSet<(char, Option<char>)>,
}

impl IndexWords {
    pub(crate) fn clear(&mut self) {
        self.words.clear();
        self.seen.clear();
    }

    /// Appends the pairs of a run of texts that belong together (lines of a wrapped paragraph), and its last character
    /// alone, so that each character begins a word of the index.
    pub(crate) fn append<'a>(&mut self, run: impl Iterator<Item = &'a str>) {
        let last = each_pair(run, |first, second| self.add(first, Some(second)));
        if let Some(last) = last {
            self.add(last, None);
        }
    }

    /// The words, separated by blanks.
    pub(crate) fn as_str(&self) -> &str {
        &self.words
    }

    fn add(&mut self, first: char, second: Option<char>) {
        if self.seen.insert((first, second)) {
            self.words.push(' ');
            self.words.push(first);
            self.words.extend(second);
        }
    }
}

/// Goes through the pairs of a run of texts; gives its last character.
fn each_pair<'a>(run: impl Iterator<Item = &'a str>, mut visit: impl FnMut(char, char)) -> Option<char> {
    let mut last = None;
    for c in run.flat_map(str::chars).filter_map(folded).map(indexed) {
        if let Some(before) = last.replace(c) {
            visit(before, c);
        }
    }
    last
}

/// A question to the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Question {
    /// What the index is asked: every pair of every word.
    pub(crate) asked: String,
    /// The words as they are compared, separated by blanks, of which the index alone cannot tell: it knows which pairs a
    /// text holds and not whether they stand together. None when each word is one pair or less.
    pub(crate) to_verify: Option<String>,
}

/// What is asked of the index for these words, all of which must occur; none when there are none. A word of one character
/// is the beginning of a pair.
pub(crate) fn question(words: &str) -> Option<Question> {
    let mut terms: Vec<String> = Vec::new();
    let mut to_verify: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let before = terms.len();
        let last = each_pair(std::iter::once(word), |first, second| terms.push(format!("\"{first}{second}\"")));
        match (last, terms.len() - before) {
            (Some(only), 0) => terms.push(format!("\"{only}\" *")),
            (Some(_), pairs) if pairs > 1 => to_verify.push(fold(word)),
            _ => {}
        }
    }
    (!terms.is_empty()).then(|| Question {
        asked: terms.join(" AND "),
        to_verify: (!to_verify.is_empty()).then(|| to_verify.join(" ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_their_pairs() {
        let check = |words: &str, expected: Option<&str>| {
            assert_eq!(question(words).map(|question| question.asked).as_deref(), expected, "{words}");
        };
        check("营商环境", Some("\"营商\" AND \"商环\" AND \"环境\""));
        check("采购 市财政局", Some("\"采购\" AND \"市财\" AND \"财政\" AND \"政局\""));
        check("２０２２ 年", Some("\"20\" AND \"02\" AND \"22\" AND \"年\" *"));
        check("（A", Some("\"\u{E028}a\""));
        check("市", Some("\"市\" *"));
        check(" \t", None);
        check("\" OR *", Some("\"\u{E022}\" * AND \"or\" AND \"\u{E02A}\" *"));
    }
    #[test]
    fn only_words_of_several_pairs_are_verified() {
        let check = |words: &str, expected: Option<&str>| {
            assert_eq!(question(words).unwrap().to_verify.as_deref(), expected, "{words}");
        };
        check("采购", None);
        check("采购 市", None);
        check("采购 财政局Ａ", Some("财政局a"));
        check("采购 财政局 营商环境", Some("财政局 营商环境"));
    }
}
