//! Traditional characters read as simplified ones, by the tables of OpenCC under seeds/lexicon/traditional.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::tree::DocumentTree;

static CHARACTERS: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../../../seeds/lexicon/traditional/characters.txt"));
    let pair = |(old, new): (&str, &str)| Some((old.chars().next()?, new.chars().next()?));
    // Quotation marks of the same text.
    rows.filter_map(pair).chain([('「', '“'), ('」', '”'), ('『', '‘'), ('』', '’')]).collect()
});

/// Words that are simplified otherwise than their characters, by their first character, the longest first.
static WORDS: LazyLock<HashMap<char, Vec<(&'static str, &'static str)>>> = LazyLock::new(|| {
    let mut words: HashMap<char, Vec<(&str, &str)>> = HashMap::new();
    for (old, new) in rows(include_str!("../../../../seeds/lexicon/traditional/phrases.txt")) {
        if let Some(first) = old.chars().next().filter(|_| old.chars().count() == new.chars().count()) {
            words.entry(first).or_default().push((old, new));
        }
    }
    words.values_mut().for_each(|words| words.sort_by_key(|(old, _)| std::cmp::Reverse(old.len())));
    words
});

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// So many Chinese characters are looked at to tell how a text is written.
const SAMPLE: usize = 4_000;
/// A text is traditional when at least one character in so many is.
const SHARE: usize = 12;

/// Whether a source is written in traditional characters; a name or a quotation in a simplified text is too little.
pub(super) fn is_traditional(tree: &DocumentTree) -> bool {
    let texts = super::paragraphs(tree).map(|paragraph| paragraph.text.as_str());
    let chinese = texts.flat_map(str::chars).filter(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')).take(SAMPLE);
    let (mut all, mut old) = (0_usize, 0_usize);
    for c in chinese {
        all += 1;
        old += usize::from(CHARACTERS.contains_key(&c));
    }
    old * SHARE >= all && old > 0
}

/// A text with its traditional characters simplified, one for one; `None` where there are none.
pub(super) fn simplified(text: &str) -> Option<String> {
    if !text.chars().any(|c| CHARACTERS.contains_key(&c)) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let word = WORDS.get(&c).and_then(|words| words.iter().find(|(old, _)| rest.starts_with(old)));
        let taken = match word {
            Some((old, new)) => {
                out.push_str(new);
                old.len()
            }
            None => {
                out.push(CHARACTERS.get(&c).copied().unwrap_or(c));
                c.len_utf8()
            }
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_simplified_by_their_sense() {
        let check = |text: &str, expected: &str| {
            let found = simplified(text);
            assert_eq!(found.as_deref().unwrap_or(text), expected);
            assert_eq!(expected.chars().count(), text.chars().count(), "places in the line stay");
        };
        check("發展改革委員會", "发展改革委员会");
        check("乾坤與乾淨", "乾坤与干净");
        check("「一網通辦」", "“一网通办”");
        check("简体文字", "简体文字");
    }
}
