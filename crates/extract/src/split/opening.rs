//! How a document opens: its title, and the address, number or first paragraph below it.

use super::entry::Entry;
use crate::head::addressee::{is_addressee, may_begin_addressee};
use crate::head::compact::is_longer;
use crate::head::number::document_number;
use crate::head::title::title_at;
use crate::lexicon::tables::OPENINGS;

/// Whether a text says that a notice issues something else: 现将《…》印发给你们.
pub(super) fn issues(text: &str) -> bool {
    OPENINGS.holds("issuing", text)
}

/// The opening of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Opening {
    /// Entry behind title and address.
    pub(crate) end: usize,
    /// The title, if one is printed.
    pub(crate) title: Option<String>,
    /// Whether an address or a document number is part of it.
    pub(crate) addressed: bool,
}

/// The opening that stands at an entry, if one does.
pub(crate) fn at(entries: &[Entry<'_>], at: usize) -> Option<Opening> {
    if let Some(end) = addressee_at(entries, at) {
        return follows_address(entries, end).then_some(Opening { end, title: None, addressed: true });
    }
    let (taken, title) = title_at(entries.iter().skip(at).map(|entry| entry.text))?;
    let mut end = at + taken;
    let numbered = entries.get(end).is_some_and(|entry| document_number(entry.text).is_some());
    end += usize::from(numbered);
    let address = addressee_at(entries, end);
    if let Some(behind) = address {
        end = behind;
    }
    let addressed = numbered || address.is_some();
    (addressed || opens_body(entries, end)).then_some(Opening { end, title: Some(title), addressed })
}

/// Where the address that begins at an entry ends; it may take a few lines.
fn addressee_at(entries: &[Entry<'_>], at: usize) -> Option<usize> {
    let first = entries.get(at)?.text;
    if is_addressee(first) {
        return Some(at + 1);
    }
    if !may_begin_addressee(first) {
        return None;
    }
    let mut joined = String::from(first);
    for (taken, entry) in entries.iter().skip(at + 1).take(5).enumerate() {
        if is_longer(&joined, 260) || entry.text.contains('。') {
            return None;
        }
        joined.push_str(entry.text);
        if is_addressee(&joined) {
            return Some(at + taken + 2);
        }
    }
    None
}

/// Whether the text at an entry opens the body of a document: it gives a reason and says that something is enacted.
pub(crate) fn opens_body(entries: &[Entry<'_>], at: usize) -> bool {
    let Some(first) = entries.get(at) else { return false };
    let text = first.text;
    if OPENINGS.begins("article", text) || OPENINGS.is("front", text) {
        return true;
    }
    let whole = is_longer(text, 60) || text.ends_with(['。', '：']);
    if whole && OPENINGS.holds("announcing", super::super::head::compact::last_chars(text, 60)) {
        return true;
    }
    // Wrapped text says it a few lines further down.
    OPENINGS.begins("first", text)
        && (entries.iter().skip(at).take(14))
            .take_while(|entry| !entry.text.starts_with("一、"))
            .any(|entry| OPENINGS.holds("announcing", entry.text))
}

/// Whether text that may follow an address stands at an entry: a paragraph, no clause and no row of a table.
fn follows_address(entries: &[Entry<'_>], at: usize) -> bool {
    entries.get(at).is_some_and(|entry| {
        let text = entry.text;
        !text.is_empty()
            && !crate::head::title::begins_with_label(text)
            && (is_longer(text, 14) || OPENINGS.begins("first", text))
    })
}
