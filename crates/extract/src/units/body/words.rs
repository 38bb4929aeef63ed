//! The words that the names of bodies are made of: seeds/lexicon/bodies.txt.

use std::sync::LazyLock;

use crate::head::place::provinces;
use crate::lexicon::tables::BODIES;
use crate::lexicon::{CharacterBits, WordSet};

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
    let last = |kind: &str| BODIES.set(kind).last_characters().clone();
    let brackets = CharacterBits::of(['）', ')', ']', '］']);
    Words {
        last: last("endings").with(&last("short-endings")).with(&last("areas")).with(&brackets),
        levels: BODIES.set("levels"),
        owners: BODIES.set("owners"),
        // 浙江证监局, 上海海关: their offices need no 省 before their name.
        provinces: WordSet::of(provinces()),
        functions: BODIES.set("functions"),
        endings: BODIES.set("endings"),
        organs: BODIES.set("organs"),
        short_endings: BODIES.set("short-endings"),
        institutions: BODIES.set("institutions"),
        sections: BODIES.set("section-endings"),
        weak_endings: BODIES.set("weak-endings"),
        not_units: BODIES.set("not-units"),
        not_endings: BODIES.set("not-endings"),
        areas: BODIES.set("areas"),
        not_beginnings: BODIES.set("not-beginnings"),
        sub_offices: BODIES.set("sub-offices"),
        verbs: BODIES.set("verb"),
        not_verbs: BODIES.set("not-verb"),
        built: BODIES.set("built"),
        things: BODIES.set("thing"),
        plain: BODIES.set("plain"),
        committee_areas: BODIES.set("committee-areas"),
        territories: BODIES.set("territories"),
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
