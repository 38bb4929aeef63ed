//! The rules by name, each with a sentence for the person who asks why a field says what it says.
//!
//! A rule's name and sentence stand in the file of the rule, in its `rules!`; this is where they are gathered. The compiler says
//! when a name is given that no rule uses, or when the rules of a file are not gathered.

/// A rule that fills a field or raises a doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its name: a family, a point, what it goes by. Stable across versions.
    pub name: &'static str,
    /// What it does, in a Chinese sentence.
    pub sentence: &'static str,
    /// How often a doubt of this rule is right, in percent: what `cargo xtask score --doubts` last measured, in steps of
    /// ten. A rule that the graded texts never called upon counts as even.
    pub chance: u8,
}

/// Names the rules of a file: `NAME = "family.name", "sentence", chance 70;`, the chance only where it was measured. Each
/// becomes a constant to be given as the rule of a field or doubt.
macro_rules! rules {
    ($($name:ident = $id:literal, $sentence:literal $(, chance $chance:literal)?;)+) => {
        $(#[doc = $sentence] pub(crate) const $name: &str = $id;)+

        /// The rules of this file.
        pub(crate) const RULES: &[$crate::rules::Rule] = &[$($crate::rules::Rule {
            name: $id,
            sentence: $sentence,
            chance: $crate::rules::chance!($($chance)?),
        }),+];
    };
}

/// The chance that was measured, or even.
macro_rules! chance {
    () => {
        50
    };
    ($chance:literal) => {
        $chance
    };
}

pub(crate) use chance;

/// The rules of every file.
const RULES: &[&[Rule]] = &[
    crate::units::bracket::labels::RULES,
    crate::units::bracket::RULES,
    crate::prose::clause::assignment::RULES,
    crate::prose::clause::above::RULES,
    crate::prose::clause::told::RULES,
    crate::units::sentence::order::RULES,
    crate::table::rows::RULES,
    crate::table::in_text::RULES,
    crate::table::section_row::RULES,
    crate::body_and_table::RULES,
    crate::body_and_table::differing::RULES,
    crate::body_and_table::named::RULES,
    crate::table::row_cells::RULES,
    crate::card::RULES,
    crate::prose::clause::RULES,
    crate::prose::addressee::RULES,
    crate::prose::embedded::RULES,
    crate::deadline::meaning::RULES,
    crate::deadline::RULES,
    crate::doubts::RULES,
    crate::deadline::doubt::RULES,
    crate::deadline::year_elsewhere::RULES,
    crate::head::top::RULES,
    crate::head::undated::RULES,
    crate::head::RULES,
    crate::head::region::RULES,
    crate::loss::RULES,
    crate::ordering::RULES,
    crate::table::body::RULES,
    crate::table::reading::RULES,
    crate::table::RULES,
];

/// Every rule.
pub fn all_rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().flatten()
}

/// What a rule does, in a Chinese sentence; `None` for a name that is no rule's.
pub fn rule_words(rule: &str) -> Option<&'static str> {
    all_rules().find(|known| known.name == rule).map(|known| known.sentence)
}

/// How often a doubt of this rule is right, in percent.
pub fn chance_of_doubt(rule: &str) -> u8 {
    all_rules().find(|known| known.name == rule).map_or(chance!(), |known| known.chance)
}
