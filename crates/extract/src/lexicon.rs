//! The word tables in seeds/lexicon: a line is a kind and its words, separated by blanks; `#` begins a remark.

pub(crate) mod tables;
mod words;

use std::sync::OnceLock;

pub(crate) use words::{CharacterBits, WordFinder, WordSet};

/// A table of words by kind.
#[derive(Debug)]
pub(crate) struct Lexicon {
    table: &'static str,
    kinds: Vec<(&'static str, Kind)>,
    /// Where each kind stands, by the ends and the length of its name: kinds are asked for many times for each line.
    slots: [Option<u8>; SLOTS],
}

/// More than twice as many as the largest table has kinds.
const SLOTS: usize = 256;

/// The slot at which the search for a kind begins.
fn slot(name: &str) -> usize {
    let (first, last) = (name.bytes().next().unwrap_or(0), name.bytes().next_back().unwrap_or(0));
    (usize::from(first) * 7 + usize::from(last) * 31 + name.len() * 3) % SLOTS
}

/// The words of one kind, and what finds them quickly; made when it is first asked for.
#[derive(Debug, Default)]
struct Kind {
    words: Vec<&'static str>,
    set: OnceLock<WordSet>,
}

impl Kind {
    fn set(&self) -> &WordSet {
        self.set.get_or_init(|| WordSet::of(self.words.iter().copied()))
    }
}

/// The lines of a table: a kind and its words.
fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, std::str::SplitWhitespace<'static>)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut parts = line.split_whitespace();
        Some((parts.next()?, parts))
    })
}

impl Lexicon {
    /// Reads a table. A kind may take several lines.
    pub(crate) fn read(table: &'static str) -> Self {
        let mut kinds: Vec<(&str, Kind)> = Vec::new();
        for (name, words) in rows(table) {
            match kinds.iter_mut().find(|(known, _)| *known == name) {
                Some((_, kind)) => kind.words.extend(words),
                None => kinds.push((name, Kind { words: words.collect(), ..Kind::default() })),
            }
        }
        let mut slots = [None; SLOTS];
        for (place, (name, _)) in kinds.iter().enumerate() {
            let free = (slot(name)..SLOTS).chain(0..SLOTS).find(|at| slots.get(*at) == Some(&None));
            if let Some(slot) = free.and_then(|at| slots.get_mut(at)) {
                *slot = u8::try_from(place).ok();
            }
        }
        Self { table, kinds, slots }
    }

    fn kind(&self, name: &str) -> Option<&Kind> {
        let mut at = slot(name);
        loop {
            let (known, kind) = self.kinds.get(usize::from((*self.slots.get(at)?)?))?;
            if *known == name {
                return Some(kind);
            }
            at = (at + 1) % SLOTS;
        }
    }

    /// The words of a kind; none for a kind that the table does not have.
    pub(crate) fn words(&self, kind: &str) -> &[&'static str] {
        self.kind(kind).map(|kind| kind.words.as_slice()).unwrap_or_default()
    }

    /// The words of each line of a kind, where the lines are entries of their own.
    pub(crate) fn lines(&self, kind: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
        rows(self.table).filter(move |(own, _)| *own == kind).map(|(_, words)| words.collect())
    }

    /// Whether words end with one of a kind.
    pub(crate) fn ends(&self, kind: &str, words: &str) -> bool {
        self.kind(kind).is_some_and(|kind| kind.set().ends(words))
    }

    /// Whether words begin with one of a kind.
    pub(crate) fn begins(&self, kind: &str, words: &str) -> bool {
        self.kind(kind).is_some_and(|kind| kind.set().begins(words))
    }

    /// Whether words hold one of a kind.
    pub(crate) fn holds(&self, kind: &str, words: &str) -> bool {
        self.kind(kind).is_some_and(|kind| kind.set().is_in(words))
    }

    /// Whether words are one of a kind.
    pub(crate) fn is(&self, kind: &str, words: &str) -> bool {
        self.kind(kind).is_some_and(|kind| kind.set().contains(words))
    }

    /// What stands behind the longest word of a kind that words begin with.
    pub(crate) fn behind_prefix<'a>(&self, kind: &str, words: &'a str) -> Option<&'a str> {
        self.kind(kind)?.set().behind_prefix(words)
    }

    /// What stands before the longest word of a kind that words end with.
    pub(crate) fn before_suffix<'a>(&self, kind: &str, words: &'a str) -> Option<&'a str> {
        self.kind(kind)?.set().before_suffix(words)
    }

    /// The words of all kinds.
    pub(crate) fn all_words(&self) -> impl Iterator<Item = &'static str> {
        self.kinds.iter().flat_map(|(_, kind)| kind.words.iter().copied())
    }

    /// The words of some kinds, to be looked for anywhere in a text.
    pub(crate) fn finder(&self, kinds: &[&str]) -> WordFinder {
        WordFinder::of(kinds.iter().flat_map(|kind| self.words(kind)).copied())
    }

    /// The words of a kind, many of them, to be looked for at the beginning or the end of a text.
    pub(crate) fn set(&self, kind: &str) -> WordSet {
        WordSet::of(self.words(kind).iter().copied())
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
