//! The shapes of brackets: which hold a statement of units, which hold one only behind a label, and which are printed for
//! another. They are data: seeds/lexicon/brackets.txt, where a pair is one word.

use std::sync::LazyLock;

use crate::letters::signs;
use crate::lexicon::CharacterBits;
use crate::lexicon::tables::BRACKETS;

/// What a character does in the brackets of a family; its shapes close one another, as （…) shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// It opens one.
    Opens,
    /// It closes one.
    Closes,
}

/// A character of a bracket.
struct Known {
    character: char,
    side: Side,
    /// The other character of its pair.
    other: char,
    /// Whether the bracket may hold a statement of units by itself.
    by_itself: bool,
}

/// The brackets that rules know, and those that are printed for them.
pub(crate) struct Shapes {
    known: Vec<Known>,
    /// What a character is printed for.
    variants: Vec<(char, char)>,
    /// Every sign of a text is asked, and nearly none is a bracket.
    any: CharacterBits,
    any_variant: CharacterBits,
}

static SHAPES: LazyLock<Shapes> = LazyLock::new(|| {
    let mut known = Vec::new();
    for (kind, by_itself) in [("statement", true), ("labelled", false)] {
        for (open, close) in BRACKETS.words(kind).iter().filter_map(|pair| as_pair(pair)) {
            known.push(Known { character: open, side: Side::Opens, other: close, by_itself });
            known.push(Known { character: close, side: Side::Closes, other: open, by_itself });
        }
    }
    let mut variants = Vec::new();
    for line in BRACKETS.lines("printed-for") {
        let mut pairs = line.into_iter().filter_map(as_pair);
        let Some((open, close)) = pairs.next() else { continue };
        variants.extend(pairs.flat_map(|(own_open, own_close)| [(own_open, open), (own_close, close)]));
    }
    known.sort_by_key(|one| one.character);
    Shapes {
        any: CharacterBits::of(known.iter().map(|one| one.character)),
        any_variant: CharacterBits::of(variants.iter().map(|(printed, _)| *printed)),
        known,
        variants,
    }
});

fn as_pair(word: &str) -> Option<(char, char)> {
    Some((word.chars().next()?, word.chars().next_back()?))
}

/// The shapes of the table.
pub(crate) fn shapes() -> &'static Shapes {
    &SHAPES
}

impl Shapes {
    #[inline]
    fn known(&self, c: char) -> Option<&Known> {
        if !self.any.may_hold(c) {
            return None;
        }
        let place = self.known.binary_search_by_key(&c, |one| one.character).ok()?;
        self.known.get(place)
    }

    /// Whether a character opens or closes a bracket that may hold a statement of units by itself.
    pub(crate) fn of_statement(&self, c: char) -> Option<Side> {
        self.known(c).filter(|known| known.by_itself).map(|known| known.side)
    }

    /// What closes a bracket that holds units only behind a label.
    pub(crate) fn closing_labelled(&self, open: char) -> Option<char> {
        let opens = |known: &&Known| !known.by_itself && known.side == Side::Opens;
        self.known(open).filter(opens).map(|known| known.other)
    }

    /// Whether a character opens or closes a bracket in which a label may stand alone.
    pub(crate) fn of_label(&self, c: char) -> Option<Side> {
        self.known(c).map(|known| known.side)
    }

    /// Whether a character is a bracket printed for another.
    pub(crate) fn is_variant(&self, c: char) -> bool {
        self.any_variant.may_hold(c) && self.variants.iter().any(|(printed, _)| *printed == c)
    }

    /// The brackets that are printed for others.
    pub(crate) fn variants(&self) -> impl Iterator<Item = char> {
        self.variants.iter().map(|(printed, _)| *printed)
    }

    /// A text with the brackets that its own are printed for, one character for one; `None` where there are none.
    pub(crate) fn without_variants(&self, text: &str) -> Option<String> {
        if !signs(text).any(|(_, c)| self.is_variant(c)) {
            return None;
        }
        let meant = |c: char| self.variants.iter().find(|(printed, _)| *printed == c).map_or(c, |(_, meant)| *meant);
        Some(text.chars().map(meant).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_those_of_the_table() {
        let shapes = shapes();
        let sides = |c: char| (shapes.of_statement(c), shapes.of_label(c));
        assert_eq!(sides('（'), (Some(Side::Opens), Some(Side::Opens)));
        assert_eq!(sides('】'), (Some(Side::Closes), Some(Side::Closes)));
        assert_eq!(sides('《'), (None, Some(Side::Opens)));
        assert_eq!(sides('，'), (None, None));
        assert_eq!((shapes.closing_labelled('<'), shapes.closing_labelled('（')), (Some('>'), None));
        assert_eq!(shapes.without_variants("❨责任单位：县水利局❩").as_deref(), Some("（责任单位：县水利局）"));
        assert_eq!(shapes.without_variants("（责任单位：县水利局）"), None);
    }

    #[test]
    fn a_word_of_the_table_is_a_pair_and_stands_once() {
        let mut known: Vec<char> = shapes().known.iter().map(|one| one.character).collect();
        known.extend(shapes().variants.iter().map(|(printed, _)| *printed));
        let count = known.len();
        known.sort_unstable();
        known.dedup();
        assert_eq!(known.len(), count);
        assert!(BRACKETS.all_words().all(|word| word.chars().count() == 2));
    }
}
