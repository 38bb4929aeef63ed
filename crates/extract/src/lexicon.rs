//! The word tables in seeds/lexicon: a line is a kind and its words, separated by blanks; `#` begins a remark.

use std::collections::HashMap;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

/// A table of words by kind.
#[derive(Debug)]
pub(crate) struct Lexicon {
    kinds: HashMap<&'static str, Kind>,
}

/// The words of one kind, and what finds them quickly; made when it is first asked for.
#[derive(Debug, Default)]
struct Kind {
    words: Vec<&'static str>,
    set: OnceLock<WordSet>,
    anywhere: OnceLock<WordFinder>,
}

impl Kind {
    fn set(&self) -> &WordSet {
        self.set.get_or_init(|| WordSet::of(self.words.iter().copied()))
    }

    fn is_in(&self, text: &str) -> bool {
        self.anywhere.get_or_init(|| WordFinder::of(self.words.iter().copied())).is_in(text)
    }
}

/// The lines of a table: a kind and its words.
fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, std::str::SplitWhitespace<'static>)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut parts = line.split_whitespace();
        Some((parts.next()?, parts))
    })
}

/// The words of each line of a kind, for a table whose lines are entries of their own.
pub(crate) fn lines(table: &'static str, kind: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    rows(table).filter(move |(own, _)| *own == kind).map(|(_, words)| words.collect())
}

impl Lexicon {
    /// Reads a table. A kind may take several lines.
    pub(crate) fn read(table: &'static str) -> Self {
        let mut kinds: HashMap<&str, Kind> = HashMap::new();
        for (kind, words) in rows(table) {
            kinds.entry(kind).or_default().words.extend(words);
        }
        Self { kinds }
    }

    /// The words of a kind; none for a kind that the table does not have.
    pub(crate) fn words(&self, kind: &str) -> &[&'static str] {
        self.kinds.get(kind).map(|kind| kind.words.as_slice()).unwrap_or_default()
    }

    /// Whether words end with one of a kind.
    pub(crate) fn ends(&self, kind: &str, words: &str) -> bool {
        self.kinds.get(kind).is_some_and(|kind| kind.set().ends(words))
    }

    /// Whether words begin with one of a kind.
    pub(crate) fn begins(&self, kind: &str, words: &str) -> bool {
        self.kinds.get(kind).is_some_and(|kind| kind.set().begins(words))
    }

    /// Whether words hold one of a kind.
    pub(crate) fn holds(&self, kind: &str, words: &str) -> bool {
        self.kinds.get(kind).is_some_and(|kind| kind.is_in(words))
    }

    /// Whether words are one of a kind.
    pub(crate) fn is(&self, kind: &str, words: &str) -> bool {
        self.kinds.get(kind).is_some_and(|kind| kind.set().contains(words))
    }

    /// The words of all kinds.
    pub(crate) fn all_words(&self) -> impl Iterator<Item = &'static str> {
        self.kinds.values().flat_map(|kind| kind.words.iter().copied())
    }

    /// The words of some kinds, to be looked for anywhere in a text.
    pub(crate) fn finder(&self, kinds: &[&str]) -> WordFinder {
        WordFinder::of(kinds.iter().flat_map(|kind| self.words(kind)).copied())
    }

    /// The words of a kind, many of them, to be looked for at the beginning or the end of a text.
    pub(crate) fn set(&self, kind: &str) -> WordSet {
        WordSet::of(self.words(kind).iter().copied())
    }

    /// The kinds of the table.
    #[cfg(test)]
    pub(crate) fn kinds(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.kinds.keys().copied()
    }
}

/// Words that are looked for at the beginning or the end of a text. Names are looked at so often that each question must
/// be answered from the first or last character in nearly every case.
#[derive(Debug, Default)]
pub(crate) struct WordSet {
    /// The words by their first character, the longest first.
    by_first: Vec<(char, &'static str)>,
    /// The words by their last character, the longest first.
    by_last: Vec<(char, &'static str)>,
    first: CharacterBits,
    last: CharacterBits,
}

impl WordSet {
    /// The set of some words.
    pub(crate) fn of(words: impl IntoIterator<Item = &'static str>) -> Self {
        let words: Vec<&'static str> = words.into_iter().collect();
        let order = |a: &(char, &str), b: &(char, &str)| a.0.cmp(&b.0).then(b.1.len().cmp(&a.1.len()));
        let mut by_first: Vec<_> = words.iter().filter_map(|word| Some((word.chars().next()?, *word))).collect();
        let mut by_last: Vec<_> = words.iter().filter_map(|word| Some((word.chars().next_back()?, *word))).collect();
        by_first.sort_by(order);
        by_last.sort_by(order);
        let first = CharacterBits::of(by_first.iter().map(|(c, _)| *c));
        let last = CharacterBits::of(by_last.iter().map(|(c, _)| *c));
        Self { by_first, by_last, first, last }
    }

    /// Whether a text is one of the words.
    pub(crate) fn contains(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// The word that a text is.
    pub(crate) fn find(&self, text: &str) -> Option<&'static str> {
        self.with_first(text).find(|word| *word == text)
    }

    /// What stands before the longest word that a text ends with.
    pub(crate) fn before_suffix<'a>(&self, text: &'a str) -> Option<&'a str> {
        let last = text.chars().next_back().filter(|c| self.last.may_hold(*c))?;
        with(&self.by_last, last).find_map(|word| text.strip_suffix(word))
    }

    /// What stands behind the longest word that a text begins with.
    pub(crate) fn behind_prefix<'a>(&self, text: &'a str) -> Option<&'a str> {
        self.with_first(text).find_map(|word| text.strip_prefix(word))
    }

    /// Whether a text ends with one of the words.
    pub(crate) fn ends(&self, text: &str) -> bool {
        self.before_suffix(text).is_some()
    }

    /// Whether a text ends with one of the words and has more in front of it.
    pub(crate) fn ends_behind_others(&self, text: &str) -> bool {
        let last = text.chars().next_back().filter(|c| self.last.may_hold(*c));
        last.is_some_and(|last| with(&self.by_last, last).any(|word| text.len() > word.len() && text.ends_with(word)))
    }

    /// Whether a text begins with one of the words.
    pub(crate) fn begins(&self, text: &str) -> bool {
        self.behind_prefix(text).is_some()
    }

    /// Whether one of the words may begin with a character.
    pub(crate) fn may_begin_with(&self, first: char) -> bool {
        self.first.may_hold(first)
    }

    /// The last characters of the words.
    pub(crate) fn last_characters(&self) -> &CharacterBits {
        &self.last
    }

    /// The words that begin with the first character of a text.
    fn with_first(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let first = text.chars().next().filter(|c| self.first.may_hold(*c));
        first.into_iter().flat_map(|first| with(&self.by_first, first))
    }
}

/// The words filed under a character.
fn with(words: &[(char, &'static str)], key: char) -> impl Iterator<Item = &'static str> {
    let from = words.partition_point(|(c, _)| *c < key);
    words.get(from..).unwrap_or_default().iter().take_while(move |(c, _)| *c == key).map(|(_, word)| *word)
}

/// Words that are looked for anywhere in a text, all of them in one pass.
#[derive(Debug)]
pub(crate) struct WordFinder {
    words: Vec<&'static str>,
    finder: Option<AhoCorasick>,
}

impl WordFinder {
    /// The finder of some words.
    pub(crate) fn of(words: impl IntoIterator<Item = &'static str>) -> Self {
        let words: Vec<&'static str> = words.into_iter().collect();
        // Chinese characters share their first bytes, so that looking for those first only costs.
        let finder = AhoCorasick::builder().prefilter(false).build(&words).ok();
        Self { words, finder }
    }

    /// Every place of every word, the earlier first; places may overlap.
    pub(crate) fn places(&self, text: &str) -> Vec<(usize, &'static str)> {
        let word = |place: usize| self.words.get(place).copied();
        let mut found: Vec<(usize, &'static str)> = match &self.finder {
            Some(finder) => finder
                .find_overlapping_iter(text)
                .filter_map(|one| Some((one.start(), word(one.pattern().as_usize())?)))
                .collect(),
            None => self.words.iter().flat_map(|word| text.match_indices(word).map(|(at, _)| (at, *word))).collect(),
        };
        found.sort_unstable();
        found
    }

    /// Whether a text holds one of the words.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        match &self.finder {
            Some(finder) => finder.is_match(text),
            None => self.words.iter().any(|word| text.contains(word)),
        }
    }
}

/// A bit for each character of a set. Characters share bits, so that one that is not in the set is now and then taken for
/// one that is: for questions that are asked of every character and nearly always answered by no.
#[derive(Debug, Default, Clone)]
pub(crate) struct CharacterBits([u64; CharacterBits::WORDS]);

impl CharacterBits {
    const WORDS: usize = 32;

    /// The set of some characters.
    pub(crate) fn of(characters: impl IntoIterator<Item = char>) -> Self {
        let mut set = Self::default();
        for c in characters {
            let (place, bit) = Self::place(c);
            if let Some(bits) = set.0.get_mut(place) {
                *bits |= bit;
            }
        }
        set
    }

    /// The characters of both sets.
    pub(crate) fn with(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(own, others)| *own |= others);
        self
    }

    /// Whether a character may be in the set; never `false` for one that is.
    pub(crate) fn may_hold(&self, c: char) -> bool {
        let (place, bit) = Self::place(c);
        self.0.get(place).is_some_and(|bits| bits & bit != 0)
    }

    fn place(c: char) -> (usize, u64) {
        let code = c as usize;
        (code / 64 % Self::WORDS, 1 << (code % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_gives_words_by_kind() {
        let table = Lexicon::read("# remark\nfirst 甲 乙\n\nsecond 丙\nfirst 丁\n");
        assert_eq!(table.words("first"), ["甲", "乙", "丁"]);
        assert!(table.ends("second", "甲乙丙") && !table.ends("second", "丙丁"));
        assert!(table.words("third").is_empty());
        let set = Lexicon::read("ending 局 公安局").set("ending");
        assert_eq!(set.before_suffix("市公安局"), Some("市"));
        assert_eq!(set.behind_prefix("局机关"), Some("机关"));
        assert!(!set.ends("公安"));
        assert!(set.ends_behind_others("公安局") && !set.ends_behind_others("局"));
    }
}
