//! What a document says of itself: title, number, issuers, dates, kind.

use domain::source::{Line, SourceText};
use domain::{Doubt, LineRole, NoticeFacts};

/// What was read about a document.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// The facts.
    pub(crate) facts: NoticeFacts,
    /// What a person should check about them.
    pub(crate) doubts: Vec<Doubt>,
    /// What each line was read as; lines of the body stay [`LineRole::NotUnderstood`].
    pub(crate) roles: Vec<LineRole>,
}

/// Reads the facts of the document on these lines; `source` gives the front matter of a web page.
pub(crate) fn read(lines: &[Line], source: &SourceText) -> Head {
    let _ = source;
    Head { roles: vec![LineRole::NotUnderstood; lines.len()], ..Head::default() }
}
