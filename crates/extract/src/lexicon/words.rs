//! Sets of words that are looked for at the beginning, at the end or anywhere in a text.

/// Words that are looked for at the beginning or the end of a text. Names are looked at so often that each question must
/// be answered from the first or last characters in nearly every case.
#[derive(Debug, Default)]
pub(crate) struct WordSet {
    by_first: Shelf,
    by_last: Shelf,
    first: CharacterBits,
    /// The second characters; not asked where a word has only one.
    second: CharacterBits,
    has_single: bool,
    last: CharacterBits,
}

impl WordSet {
    /// The set of some words.
    pub(crate) fn of(words: impl IntoIterator<Item = &'static str>) -> Self {
        let words: Vec<&'static str> = words.into_iter().collect();
        let first = || words.iter().filter_map(|word| word.chars().next());
        let last = || words.iter().filter_map(|word| word.chars().next_back());
        let second = CharacterBits::of(words.iter().filter_map(|word| word.chars().nth(1)));
        Self {
            by_first: Shelf::of(first().zip(&words).map(|(c, word)| (c, *word, front(word)))),
            by_last: Shelf::of(last().zip(&words).map(|(c, word)| (c, *word, back(word)))),
            first: CharacterBits::of(first()),
            second,
            has_single: words.iter().any(|word| word.chars().nth(1).is_none()),
            last: CharacterBits::of(last()),
        }
    }

    /// Whether a text is one of the words.
    pub(crate) fn contains(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// The word that a text is.
    pub(crate) fn find(&self, text: &str) -> Option<&'static str> {
        self.beginnings_of(text).find(|word| *word == text)
    }

    /// What stands before the longest word that a text ends with.
    pub(crate) fn before_suffix<'a>(&self, text: &'a str) -> Option<&'a str> {
        self.endings_of(text).next().and_then(|word| text.strip_suffix(word))
    }

    /// What stands behind the longest word that a text begins with.
    pub(crate) fn behind_prefix<'a>(&self, text: &'a str) -> Option<&'a str> {
        self.beginnings_of(text).next().and_then(|word| text.strip_prefix(word))
    }

    /// Whether a text ends with one of the words.
    pub(crate) fn ends(&self, text: &str) -> bool {
        self.endings_of(text).next().is_some()
    }

    /// Whether a text ends with one of the words and has more in front of it.
    pub(crate) fn ends_behind_others(&self, text: &str) -> bool {
        self.endings_of(text).any(|word| text.len() > word.len())
    }

    /// Whether a text begins with one of the words.
    pub(crate) fn begins(&self, text: &str) -> bool {
        self.beginnings_of(text).next().is_some()
    }

    /// Whether a text holds one of the words.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.beginnings_in(text).any(|(_, rest)| self.begins(rest))
    }

    /// The places of a text where a word may begin, with the text from there on.
    pub(crate) fn beginnings_in<'a>(&self, text: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
        let bytes = text.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                // Nearly every character is Chinese, of three bytes, and the last two tell its bit.
                let begins_none = |character: &&[u8]| matches!(character, [0xE0..=0xEF, second, third] if !self.first.may_hold_ending(*second, *third));
                at += 3 * bytes.get(at..)?.chunks_exact(3).take_while(begins_none).count();
                let place = at;
                let may_begin = match bytes.get(at..)? {
                    [0xE0..=0xEF, _, _, ..] => {
                        at += 3;
                        self.may_go_on(bytes.get(at..)?)
                    }
                    _ => {
                        let c = text.get(at..)?.chars().next()?;
                        at += c.len_utf8();
                        self.first.may_hold(c)
                    }
                };
                if may_begin {
                    return Some((place, text.get(place..)?));
                }
            }
        })
    }

    /// Whether a word whose first character has been met may go on with these bytes.
    fn may_go_on(&self, bytes: &[u8]) -> bool {
        match bytes {
            _ if self.has_single => true,
            [0xE0..=0xEF, second, third, ..] => self.second.may_hold_ending(*second, *third),
            _ => !bytes.is_empty(),
        }
    }

    /// Whether one of the words may begin with a character.
    pub(crate) fn may_begin_with(&self, first: char) -> bool {
        self.first.may_hold(first)
    }

    /// The last characters of the words.
    pub(crate) fn last_characters(&self) -> &CharacterBits {
        &self.last
    }

    /// The words that a text begins with, the longest first.
    fn beginnings_of(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let first = text.chars().next().filter(|c| self.first.may_hold(*c));
        let words = first.into_iter().flat_map(move |first| self.by_first.alike(first, front(text)));
        words.filter(move |word| word.len() <= KEY || text.starts_with(word))
    }

    /// The words that a text ends with, the longest first.
    fn endings_of(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let last = text.chars().next_back().filter(|c| self.last.may_hold(*c));
        let words = last.into_iter().flat_map(move |last| self.by_last.alike(last, back(text)));
        words.filter(move |word| word.len() <= KEY || text.ends_with(word))
    }
}

/// How many bytes of a word are compared in one step.
const KEY: usize = 8;

/// The first bytes of a text as a number, the first lowest.
fn front(text: &str) -> u64 {
    match text.as_bytes().first_chunk::<KEY>() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => text.bytes().rev().fold(0, |key, byte| key << 8 | u64::from(byte)),
    }
}

/// The last bytes of a text as a number, the last lowest.
fn back(text: &str) -> u64 {
    match text.as_bytes().last_chunk::<KEY>() {
        Some(bytes) => u64::from_be_bytes(*bytes),
        None => text.bytes().fold(0, |key, byte| key << 8 | u64::from(byte)),
    }
}

/// Words filed under their first or last character, the longest first.
#[derive(Debug, Default)]
struct Shelf {
    words: Vec<Filed>,
    /// Where the words of each compartment end; a character's low bits say which is its own.
    ends: Vec<usize>,
}

/// A word, and the number that the first or last bytes of a text must be under its mask.
#[derive(Debug)]
struct Filed {
    key: u64,
    mask: u64,
    word: &'static str,
}

impl Shelf {
    const COMPARTMENTS: usize = 64;

    fn of(words: impl Iterator<Item = (char, &'static str, u64)>) -> Self {
        let mut words: Vec<_> = words.collect();
        words.sort_by_key(|(c, word, _)| (Self::compartment(*c), std::cmp::Reverse(word.len())));
        let ends = (0..Self::COMPARTMENTS).map(|own| words.partition_point(|(c, ..)| Self::compartment(*c) <= own));
        let mask = |word: &str| u64::MAX >> (8 * KEY.saturating_sub(word.len()));
        let ends = ends.collect();
        let words = words.into_iter().map(|(_, word, key)| Filed { key, mask: mask(word), word }).collect();
        Self { words, ends }
    }

    /// The words that agree with the first or last bytes of a text.
    fn alike(&self, character: char, bytes: u64) -> impl Iterator<Item = &'static str> {
        let own = Self::compartment(character);
        let start = own.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let words = self.ends.get(own).and_then(|end| self.words.get(start..*end)).unwrap_or_default();
        words.iter().filter(move |filed| bytes & filed.mask == filed.key).map(|filed| filed.word)
    }

    fn compartment(character: char) -> usize {
        character as usize % Self::COMPARTMENTS
    }
}

/// Words that are looked for anywhere in a text, all of them in one pass: of nearly every character its bit tells that
/// no word begins there.
#[derive(Debug)]
pub(crate) struct WordFinder(WordSet);

impl WordFinder {
    /// The finder of some words.
    pub(crate) fn of(words: impl IntoIterator<Item = &'static str>) -> Self {
        Self(WordSet::of(words))
    }

    /// Every place of every word, the earlier first; places may overlap.
    pub(crate) fn places(&self, text: &str) -> Vec<(usize, &'static str)> {
        let mut found: Vec<(usize, &'static str)> = Vec::new();
        for (at, rest) in self.0.beginnings_in(text) {
            found.extend(self.0.beginnings_of(rest).map(|word| (at, word)));
        }
        found.sort_unstable();
        found
    }

    /// Whether a text holds one of the words.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.0.is_in(text)
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

    /// The same of a character of three bytes, by the last two of them: they are the low bits of its number.
    fn may_hold_ending(&self, second: u8, third: u8) -> bool {
        let place = usize::from(second) % Self::WORDS;
        self.0.get(place).is_some_and(|bits| bits & 1 << (third % 64) != 0)
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
    fn a_finder_finds_what_each_word_alone_finds() {
        let words = ["市", "财政局", "A级", "局长", "é"];
        for text in ["", "市", "杭州市财政局长A级é", "a市 é市财政", "局财政局局长，A级"] {
            let mut expected: Vec<(usize, &str)> = words.iter().flat_map(|word| text.match_indices(word)).collect();
            expected.sort_unstable();
            for words in [&words[..], &words[1..4]] {
                let held = || expected.iter().filter(|(_, word)| words.contains(word)).copied();
                let finder = WordFinder::of(words.iter().copied());
                assert_eq!(finder.places(text), held().collect::<Vec<_>>(), "{text}");
                assert_eq!(finder.is_in(text), held().next().is_some(), "{text}");
            }
        }
    }
}
