//! The words that the names of bodies are made of: seeds/lexicon/bodies.txt.

use std::sync::LazyLock;

use crate::lexicon::{CharacterBits, Lexicon, WordSet};

/// The sections of seeds/lexicon/bodies.txt.
pub(super) struct Words {
    pub(super) levels: WordSet,
    pub(super) owners: WordSet,
    pub(super) provinces: WordSet,
    pub(super) functions: WordSet,
    pub(super) endings: WordSet,
    pub(super) organs: WordSet,
    pub(super) short_endings: WordSet,
    pub(super) institutions: WordSet,
    pub(super) sections: WordSet,
    pub(super) weak_endings: WordSet,
    pub(super) not_units: WordSet,
    pub(super) not_endings: WordSet,
    pub(super) areas: WordSet,
    pub(super) not_beginnings: WordSet,
    pub(super) sub_offices: WordSet,
    pub(super) verbs: WordSet,
    pub(super) not_verbs: WordSet,
    pub(super) built: WordSet,
    pub(super) things: WordSet,
    pub(super) plain: WordSet,
    pub(super) committee_areas: WordSet,
    pub(super) territories: WordSet,
    /// The last characters of all names.
    pub(super) last: CharacterBits,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let lexicon = Lexicon::read(include_str!("../../../../../seeds/lexicon/bodies.txt"));
    let last = |kind: &str| lexicon.set(kind).last_characters().clone();
    let brackets = CharacterBits::of(['）', ')', ']', '］']);
    Words {
        last: last("endings").with(&last("short-endings")).with(&last("areas")).with(&brackets),
        levels: lexicon.set("levels"),
        owners: lexicon.set("owners"),
        provinces: lexicon.set("provinces"),
        functions: lexicon.set("functions"),
        endings: lexicon.set("endings"),
        organs: lexicon.set("organs"),
        short_endings: lexicon.set("short-endings"),
        institutions: lexicon.set("institutions"),
        sections: lexicon.set("section-endings"),
        weak_endings: lexicon.set("weak-endings"),
        not_units: lexicon.set("not-units"),
        not_endings: lexicon.set("not-endings"),
        areas: lexicon.set("areas"),
        not_beginnings: lexicon.set("not-beginnings"),
        sub_offices: lexicon.set("sub-offices"),
        verbs: lexicon.set("verb"),
        not_verbs: lexicon.set("not-verb"),
        built: lexicon.set("built"),
        things: lexicon.set("thing"),
        plain: lexicon.set("plain"),
        committee_areas: lexicon.set("committee-areas"),
        territories: lexicon.set("territories"),
    }
});

/// The word that only says what the names before it are, behind 等: 等部门, 等单位.
pub(in crate::units) fn plain_word(words: &str) -> Option<&'static str> {
    WORDS.plain.find(words)
}

/// Whether a name ends like an area whose body is an administrative committee.
pub(in crate::units) fn ends_with_committee_area(name: &str) -> bool {
    WORDS.committee_areas.ends(name)
}

/// Whether a collective is one of territories: 镇街, 各村.
pub(in crate::units) fn begins_with_territory(collective: &str) -> bool {
    WORDS.territories.begins(collective)
}
