//! A source file to the extents of its documents.
//!
//! Two shapes of collections are known: printed compilations, where every document stands under a numbered and dated
//! heading ([`numbered`]), and notices that run on without separators ([`run`]). A file that shows neither is one
//! document.

mod closing;
mod entry;
mod numbered;
mod opening;
mod run;
mod wrapper;

use std::ops::Range;

use domain::tree::{LineBreaks, PieceList};

use crate::head::site::Site;
use crate::rebuild::Places;
use entry::{Entry, entries, is_wrapped};

/// Where a document stands in its source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Extent {
    /// Its lines, as places in [`PieceList::pieces`].
    pub(crate) lines: Range<usize>,
    /// How many of the first lines are the numbered heading of a compilation.
    pub(crate) heading_lines: usize,
    /// The title, where that stands glued to the last line of the document before.
    pub(crate) glued_title: Option<String>,
    /// The lines whose page, with head table and foot, is that of the document.
    pub(crate) page: Range<usize>,
    /// Whether the file holds no other document.
    pub(crate) is_whole_file: bool,
}

impl Extent {
    /// Its lines below the numbered heading.
    pub(crate) fn text(&self) -> Range<usize> {
        self.lines.start + self.heading_lines..self.lines.end
    }

    /// Goes with its lines where a step has put them.
    pub(crate) fn follow(&mut self, places: &Places) {
        self.lines = places.range_of(self.lines.clone());
        self.page = places.range_of(self.page.clone());
    }
}

/// The extents of the documents of a file, in order and without overlap.
/// Blank lines, page marks and chapter names between documents belong to none.
pub(crate) fn split(source: &PieceList<'_>, site: &Site<'_>) -> Vec<Extent> {
    let entries = entries(source, site);
    let headings = numbered::headings(&entries);
    let before = headings.first().map_or(entries.len(), |heading| heading.chapter);
    let mut extents = split_run(entries.get(..before).unwrap_or_default(), source);
    for (place, heading) in headings.iter().enumerate() {
        let end = headings.get(place + 1).map_or(entries.len(), |next| next.chapter);
        if let (Some(first), Some(last), Some(heading_last)) =
            (entries.get(heading.start), entries.get(end - 1), entries.get(heading.end - 1))
        {
            extents.push(Extent {
                lines: first.index..last.index + 1,
                heading_lines: heading_last.index + 1 - first.index,
                ..Extent::default()
            });
        }
    }
    with_pages(extents, source, site)
}

/// Gives each document the lines that its page prints around it: those in front of it from the first line of a head on,
/// those behind it up to there.
fn with_pages(mut extents: Vec<Extent>, source: &PieceList<'_>, site: &Site<'_>) -> Vec<Extent> {
    let is_whole_file = extents.len() == 1;
    let mut from = 0;
    for at in 0..extents.len() {
        let begin = extents.get(at).map_or(0, |extent| extent.lines.start);
        let behind = extents.get(at).map_or(0, |extent| extent.lines.end);
        let next = extents.get(at + 1).map_or(source.pieces.len(), |next| next.lines.start);
        let is_last = at + 1 == extents.len();
        let page_end = if is_last { next } else { (behind..next).find(|at| site.begins_page(*at)).unwrap_or(next) };
        let is_of_page = |line: &usize| site.told.roles.get(*line).is_some_and(Option::is_some);
        let Some(extent) = extents.get_mut(at) else { continue };
        // A web page is all of its document's, from its first tag to its last.
        let is_page = is_whole_file && source.breaks == LineBreaks::Paragraphs;
        let first = if is_page { from } else { (from..begin).find(is_of_page).unwrap_or(begin) };
        let last = (behind..page_end).rev().find(is_of_page).map_or(behind, |line| line + 1);
        let last = if is_page { page_end } else { last };
        extent.heading_lines += if extent.heading_lines > 0 { begin - first } else { 0 };
        extent.lines = first..last;
        extent.page = from..page_end;
        extent.is_whole_file = is_whole_file;
        from = page_end;
    }
    extents
}

fn split_run(entries: &[Entry<'_>], source: &PieceList<'_>) -> Vec<Extent> {
    let starts = run::starts(entries, is_wrapped(source, entries));
    let mut extents = Vec::with_capacity(starts.len());
    let mut ends = starts.iter().skip(1).map(|start| start.entry).chain(std::iter::once(entries.len()));
    for start in &starts {
        let end = ends.next().unwrap_or(entries.len());
        if let (Some(first), Some(last)) = (entries.get(start.entry), entries.get(end.saturating_sub(1))) {
            // A title glued to the line before still begins next to that line, for whoever looks it up.
            let begin = if start.glued_title.is_some() {
                entries.get(start.entry - 1).map_or(first.index, |before| before.index + 1)
            } else {
                first.index
            };
            extents.push(Extent {
                lines: begin..last.index + 1,
                glued_title: start.glued_title.clone(),
                ..Extent::default()
            });
        }
    }
    extents
}

#[cfg(test)]
mod tests;
