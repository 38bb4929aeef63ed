//! The word tables in seeds/lexicon: a line is a kind and its words, separated by blanks; `#` begins a remark.

use std::collections::HashMap;

/// A table of words by kind.
#[derive(Debug)]
pub(crate) struct Lexicon {
    kinds: HashMap<&'static str, Vec<&'static str>>,
}

impl Lexicon {
    /// Reads a table. A kind may take several lines.
    pub(crate) fn read(table: &'static str) -> Self {
        let mut kinds: HashMap<&str, Vec<&str>> = HashMap::new();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut parts = line.split_whitespace();
            if let Some(kind) = parts.next() {
                kinds.entry(kind).or_default().extend(parts);
            }
        }
        Self { kinds }
    }

    /// The words of a kind; none for a kind that the table does not have.
    pub(crate) fn words(&self, kind: &str) -> &[&'static str] {
        self.kinds.get(kind).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether words end with one of a kind.
    pub(crate) fn ends(&self, kind: &str, words: &str) -> bool {
        self.words(kind).iter().any(|ending| words.ends_with(ending))
    }

    /// Whether words begin with one of a kind.
    pub(crate) fn begins(&self, kind: &str, words: &str) -> bool {
        self.words(kind).iter().any(|beginning| words.starts_with(beginning))
    }

    /// Whether words hold one of a kind.
    pub(crate) fn holds(&self, kind: &str, words: &str) -> bool {
        self.words(kind).iter().any(|word| words.contains(word))
    }

    /// Whether words are one of a kind.
    pub(crate) fn is(&self, kind: &str, words: &str) -> bool {
        self.words(kind).contains(&words)
    }

    /// The kinds of the table.
    #[cfg(test)]
    pub(crate) fn kinds(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.kinds.keys().copied()
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
    }
}
