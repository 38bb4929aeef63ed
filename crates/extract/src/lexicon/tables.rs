//! The tables of seeds/lexicon, each read once, when a rule first asks it.

use std::sync::LazyLock;

use super::Lexicon;

/// Names each table and the file it is read from.
macro_rules! tables {
    ($($(#[$doc:meta])+ $name:ident = $file:literal;)+) => {$(
        $(#[$doc])+
        pub(crate) static $name: LazyLock<Lexicon> =
            LazyLock::new(|| Lexicon::read(include_str!(concat!("../../../../seeds/lexicon/", $file))));
    )+};
}

tables! {
    /// Whom a notice is sent to.
    ADDRESSEES = "addressees.txt";
    /// What the names of bodies are made of.
    BODIES = "bodies.txt";
    /// The shapes of brackets.
    BRACKETS = "brackets.txt";
    /// The parts of the captions of tables, and what cells say in few words.
    CAPTIONS = "captions.txt";
    /// Labels on sheets that hand out one task.
    CARD_LABELS = "card-labels.txt";
    /// Counts that a notice states of itself.
    CLAIMS = "claims.txt";
    /// Lines that end the clauses of a notice.
    CLOSINGS = "closings.txt";
    /// Words by which a figure is known as a target.
    FIGURES = "figures.txt";
    /// What web pages print around a text.
    FURNITURE = "furniture.txt";
    /// Labels of the head table of government sites.
    HEAD_LABELS = "head-labels.txt";
    /// The names of bodies that issue notices.
    ISSUERS = "issuers.txt";
    /// What kind of document a title names, and what shows that a text orders nothing.
    KINDS = "kinds.txt";
    /// The parts of labels in running text.
    LABELS = "labels.txt";
    /// The letters of document numbers.
    NUMBER_LETTERS = "number-letters.txt";
    /// How a notice opens.
    OPENINGS = "openings.txt";
    /// Words of sentences that order a unit.
    ORDERS = "orders.txt";
    /// Provinces, cities, zones, and what only looks like a place.
    PLACES = "places.txt";
    /// Words of progress and of what a task promises.
    PROGRESS = "progress.txt";
    /// What units do in a statement.
    ROLES = "roles.txt";
    /// What a heading announces of its clauses, and what clauses tell.
    SECTION_KINDS = "section-kinds.txt";
    /// Surnames.
    SURNAMES = "surnames.txt";
    /// Words of time.
    TIMES = "times.txt";
    /// What titles end with.
    TITLES = "titles.txt";
    /// From when to when a document is in force.
    VALIDITY = "validity.txt";
    /// Whole captions that wrapping tore.
    WRAPPED_CAPTIONS = "wrapped-captions.txt";
}
