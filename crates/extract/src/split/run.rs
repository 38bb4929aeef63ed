//! Notices that stand one behind the other without separators, many of them without their title line.
//!
//! A document begins with a title that an address, a document number or an opening paragraph follows; with an address
//! alone; with the first article of a regulation; or, where the one before has said its last word (本意见自…起施行),
//! with a first section. The plan that a notice issues belongs to the notice, and so do annexes.

use super::closing::{closes, glued_title};
use super::entry::Entry;
use super::opening::{self, Opening};
use super::wrapper::Wrapper;
use crate::head::compact::is_longer;
use crate::head::title::{ends_like_title, title_at};
use crate::letters::letters_of;
use crate::versions::{Edition, is_other_edition};

/// Where a document of a run begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Start {
    /// Its first entry.
    pub(crate) entry: usize,
    /// Its title, where that stands glued to the end of the line before.
    pub(crate) glued_title: Option<String>,
}

/// The starts of documents among entries; the first is always the first entry.
pub(crate) fn starts(entries: &[Entry<'_>], wrapped: bool) -> Vec<Start> {
    let mut starts = Vec::new();
    if entries.is_empty() {
        return starts;
    }
    starts.push(Start { entry: 0, glued_title: None });
    let mut wrapper = Wrapper::default();
    let mut printed = first_title(entries);
    let mut own_title = letters_of(&printed);
    let mut has_body = false;
    let mut skip_until = 0;
    for (at, entry) in entries.iter().enumerate() {
        if at >= skip_until
            && let Some(opening) = opening::at(entries, at)
                .or_else(|| if has_body { other_edition_at(entries, at, &printed) } else { None })
        {
            let title = opening.title.as_deref().map(letters_of).unwrap_or_default();
            let own_plan = opening.title.as_deref().is_some_and(|title| wrapper.takes_plan(title));
            // A page prints the title above the notice, and the notice once more.
            let repeated = is_same(&title, &own_title);
            let belongs = own_plan || repeated || wrapper.lists_annex(&title);
            if has_body && begins_document(entries, at, &opening, belongs, wrapped) {
                starts.push(Start { entry: at, glued_title: None });
                wrapper = Wrapper::default();
                own_title = title;
                printed = opening.title.clone().unwrap_or_default();
                has_body = false;
            } else if own_title.is_empty() {
                own_title = title;
            }
            skip_until = opening.end;
        } else if has_body && at >= skip_until && is_untitled_start(entries, at, &wrapper, wrapped) {
            starts.push(Start { entry: at, glued_title: None });
            wrapper = Wrapper::default();
            own_title.clear();
        }
        wrapper.read(entry.text);
        has_body |= at >= skip_until && is_of_body(entry.text);
        if !wrapped
            && let Some(title) = glued_title(entry.text)
            && at + 1 < entries.len()
            && opening::opens_body(entries, at + 1)
        {
            starts.push(Start { entry: at + 1, glued_title: Some(title.to_owned()) });
            wrapper = Wrapper::default();
            own_title = letters_of(title);
            has_body = false;
            skip_until = at + 2;
        }
    }
    starts
}

/// The title of another edition of a document (the next year's plan, the text behind its draft), whose first section follows at once.
fn other_edition_at(entries: &[Entry<'_>], at: usize, own: &str) -> Option<Opening> {
    let before = entries.get(at.checked_sub(1)?)?;
    if own.is_empty() || !ends_text(before.text) {
        return None;
    }
    let (taken, title) = title_at(entries.iter().skip(at).map(|entry| entry.text))?;
    let key = |title: &str| Edition::of(title, None).title_key;
    let follows = entries.get(at + taken).is_some_and(|next| next.text.starts_with("一、"));
    let is_edition = follows && is_other_edition(&title, own) && key(&title) == key(own);
    is_edition.then_some(Opening { end: at + taken, title: Some(title), addressed: false })
}

/// Whether a line can only be of the body of a document: a sentence, or a long line that is no title.
fn is_of_body(line: &str) -> bool {
    line.contains('。') || (is_longer(line, 40) && !ends_like_title(line))
}

/// The title near the top of a file; none where a text begins before one.
fn first_title(entries: &[Entry<'_>]) -> String {
    const ROWS_ABOVE: usize = 4;
    let above = entries.iter().take(ROWS_ABOVE).take_while(|entry| !entry.text.ends_with(['。', '：', ':'])).count();
    let titles = (0..above).filter_map(|at| title_at(entries.iter().skip(at).map(|entry| entry.text)));
    titles.map(|(_, title)| title).next().unwrap_or_default()
}

/// Whether two titles are one, a number or the name of a body perhaps in front of either.
fn is_same(one: &str, other: &str) -> bool {
    if !is_longer(one, 9) || !is_longer(other, 9) {
        return !one.is_empty() && one == other;
    }
    one.ends_with(other) || other.ends_with(one)
}

/// Whether an opening that stands behind a document's body begins another document. `belongs` says that its title is known as
/// that of the plan, of an annex or of the document itself.
fn begins_document(entries: &[Entry<'_>], at: usize, opening: &Opening, belongs: bool, wrapped: bool) -> bool {
    let before = at.checked_sub(1).and_then(|place| entries.get(place)).map_or("", |entry| entry.text);
    if belongs || is_annex_mark(before) {
        return false;
    }
    if opening.addressed {
        // An address without a title is the weaker sign: it must stand at the end of a text.
        return opening.title.is_some() || !wrapped || ends_text(before);
    }
    !wrapped || ends_text(before)
}

/// Whether a line can be the last of a document.
fn ends_text(line: &str) -> bool {
    closes(line)
        || crate::head::day::whole_day(line).is_some()
        || line.starts_with("附件")
        || line.ends_with(['。', '）', ')'])
}

/// Whether a line is the mark above an annex: 附件, 附件1, 附件2：.
fn is_annex_mark(line: &str) -> bool {
    (line.starts_with("附件") || line.starts_with("附录") || line.starts_with("附表")) && !is_longer(line, 8)
}

/// Whether a document begins here without title or address: with its first article, or with a first section behind
/// the last word of the document before.
fn is_untitled_start(entries: &[Entry<'_>], at: usize, wrapper: &Wrapper, wrapped: bool) -> bool {
    let (Some(entry), Some(before)) = (entries.get(at), at.checked_sub(1).and_then(|place| entries.get(place))) else {
        return false;
    };
    if wrapped || wrapper.awaits_plan() {
        return false;
    }
    let first_article = entry.text.starts_with("第一条") && before.text.ends_with('。') && is_longer(before.text, 20);
    let first_section = entry.text.starts_with("一、") && closes(before.text);
    first_article || first_section
}
