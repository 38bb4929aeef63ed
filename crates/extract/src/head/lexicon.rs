//! Tables of words under seeds/lexicon: lines of a topic, a colon and words; what begins with # explains the table.

/// The topics of a table with the words behind them; a line without a topic has an empty one.
pub(crate) fn topics(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        match line.split_once(": ") {
            Some((topic, words)) => (topic, words),
            None => ("", line),
        }
    })
}

/// The words of one topic.
pub(crate) fn words_of(table: &'static str, topic: &'static str) -> Vec<&'static str> {
    topics(table).filter(|(name, _)| *name == topic).flat_map(|(_, words)| words.split_whitespace()).collect()
}

/// Words that texts end in, found by their last character.
#[derive(Debug)]
pub(crate) struct Endings(std::collections::HashMap<char, Vec<&'static str>>);

impl Endings {
    /// The endings among some words.
    pub(crate) fn of(words: impl IntoIterator<Item = &'static str>) -> Self {
        let mut by_last: std::collections::HashMap<char, Vec<&'static str>> = std::collections::HashMap::new();
        for word in words {
            if let Some(last) = word.chars().next_back() {
                by_last.entry(last).or_default().push(word);
            }
        }
        // The longest ending of a text is its own.
        by_last.values_mut().for_each(|words| words.sort_by_key(|word| std::cmp::Reverse(word.len())));
        Self(by_last)
    }

    /// The longest ending of a text that is not the whole of it.
    pub(crate) fn ending_of(&self, text: &str) -> Option<&'static str> {
        let words = self.0.get(&text.chars().next_back()?)?;
        words.iter().copied().find(|word| text.len() > word.len() && text.ends_with(word))
    }
}
