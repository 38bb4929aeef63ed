//! Hard-wrapped lines, put together again: from tree to tree, one document at a time, for whether a line begins a clause is
//! told by the run of the numbering within its document.
//!
//! The lines of a printed page share a width ([`lines`]). A line that is not full ends a paragraph, unless it was only broken
//! beside a mark or is the first line of a clause and no title ([`title`]). A clause that begins inside a line is split off. The
//! words of a paragraph keep line and character of the source ([`words`]).

mod lines;
#[cfg(test)]
mod tests;
mod title;
mod words;

use std::ops::Range;

use domain::LineRole;
use domain::tree::{Anchor, Block, BlockContent, LineBreaks, Paragraph, Piece, PieceContent, PieceList};
use rayon::prelude::*;

use crate::flow::{self, Flow};
use crate::head::site::Site;
use crate::letters::{holds_blank, trimmed};
use crate::outline::{NodeKind, Outline};
use crate::rebuild::Replacement;
use lines::Lines;
use title::Head;
use words::Cursor;

/// The paragraphs of documents with wrapped lines, each in the place of its pieces; those that change nothing are left out.
/// `documents` are the extents of the documents below their headings.
pub(crate) fn paragraphs(source: &PieceList<'_>, site: &Site<'_>, documents: Vec<Range<usize>>) -> Vec<Replacement> {
    if source.breaks == LineBreaks::Paragraphs {
        return Vec::new();
    }
    let of_document = |document: Range<usize>| {
        let mut found = Vec::new();
        let pieces = source.pieces.get(document.clone()).unwrap_or_default();
        // What the page prints around a document is no text of its own.
        let around = site.told.roles.get(document.clone()).unwrap_or_default();
        let around: Vec<LineRole> = around.iter().map(|role| role.unwrap_or(LineRole::NotUnderstood)).collect();
        let flow = Flow::of(pieces, &[], &around);
        if let Some(lines) = Lines::of(&flow) {
            Unwrapper { pieces, from: document.start, flow: &flow }.join(&paragraphs_of(&flow, &lines), &mut found);
        }
        found
    };
    documents.into_par_iter().flat_map_iter(of_document).collect()
}

/// A part of a line: the place of the line in the flow, and bytes of its text.
type Part = (usize, Range<usize>);

/// A paragraph as the parts of lines it stands on.
#[derive(Debug)]
struct Wrapped {
    parts: Vec<Part>,
    /// Whether it is of the words of a clause, where a blank beside a Chinese character means nothing.
    in_clause: bool,
}

/// The paragraphs of the lines of a document.
fn paragraphs_of(flow: &Flow<'_>, lines: &Lines) -> Vec<Wrapped> {
    let outline = Outline::with_breaks(flow, lines);
    let mut paragraphs = Vec::new();
    let mut begins = (0, 0);
    for node in &outline.nodes {
        let parts = parts(flow, begins, node.end);
        begins = node.end;
        let in_clause = matches!(node.kind, NodeKind::Labelled(_) | NodeKind::Annex(_));
        let head = match &node.kind {
            NodeKind::Labelled(_) => Head::of_clause(flow, lines, &parts, node.start),
            NodeKind::Annex(_) => Head { label_lines: 1, ..Head::default() },
            NodeKind::Opening | NodeKind::Title | NodeKind::Closing => Head::default(),
        };
        let closes = node.kind == NodeKind::Closing;
        let mut paragraph = Vec::new();
        let mut words = String::new();
        let count = parts.len();
        for (at, part) in parts.into_iter().enumerate() {
            let place = part.0;
            words.push_str(flow.pieces.get(place).and_then(|line| line.text.get(part.1.clone())).unwrap_or_default());
            paragraph.push(part);
            let ends = head.ends_behind(at + 1).unwrap_or_else(|| lines.may_end(flow, place, closes));
            if ends || at + 1 == count || lines.must_end(flow, place, &words) {
                words.clear();
                paragraphs.push(Wrapped { parts: std::mem::take(&mut paragraph), in_clause });
            }
        }
    }
    paragraphs
}

/// The parts of lines between two places, empty ones left out.
fn parts(flow: &Flow<'_>, from: (usize, usize), to: (usize, usize)) -> Vec<Part> {
    let behind = if to.1 > 0 { to.0 + 1 } else { to.0 };
    let lines = from.0..behind.max(from.0);
    let mut parts = Vec::with_capacity(lines.len());
    for at in lines {
        let Some(piece) = flow.pieces.get(at) else { break };
        let start = if at == from.0 { from.1 } else { 0 };
        let end = if at == to.0 { to.1 } else { piece.text.len() };
        if piece.text.get(start..end).is_some_and(|words| !trimmed(words).is_empty()) {
            parts.push((at, start..end));
        }
    }
    parts
}

/// Makes the blocks that take the place of the lines of a document.
struct Unwrapper<'b, 'a> {
    pieces: &'b [Piece<'a>],
    /// The piece of the tree that the first of the pieces is.
    from: usize,
    flow: &'b Flow<'a>,
}

impl Unwrapper<'_, '_> {
    fn join(&self, paragraphs: &[Wrapped], found: &mut Vec<Replacement>) {
        let mut rest = paragraphs;
        while !rest.is_empty() {
            // Paragraphs that meet on a line are made together.
            let meets =
                |(one, next): (&Wrapped, &Wrapped)| last_line(one).is_some() && last_line(one) == first_line(next);
            let together = 1 + rest.iter().zip(rest.iter().skip(1)).take_while(|pair| meets(*pair)).count();
            let (these, others) = rest.split_at(together.min(rest.len()));
            rest = others;
            let untouched = matches!(these, [one] if self.is_as_printed(one));
            if !untouched {
                found.extend(self.build(these));
            }
        }
    }

    /// Whether a paragraph is one line that needs no change.
    fn is_as_printed(&self, paragraph: &Wrapped) -> bool {
        let [(place, _)] = paragraph.parts.as_slice() else { return false };
        let plain = |piece: &flow::Piece<'_>| piece.paragraph.is_whole || !holds_blank(piece.text);
        !paragraph.in_clause || self.flow.pieces.get(*place).is_none_or(plain)
    }

    /// The paragraphs, each followed by what stands between its lines and carries no words: a page break, a page number.
    fn build(&self, paragraphs: &[Wrapped]) -> Option<Replacement> {
        let mut made = Vec::new();
        let mut places = Vec::new();
        let mut reached = None;
        let mut cursor = Cursor::default();
        for paragraph in paragraphs {
            let place = made.len();
            let mut furniture = Vec::new();
            let bytes = paragraph.parts.iter().map(|(_, bytes)| bytes.len()).sum();
            let text = String::with_capacity(bytes);
            let mut words = Paragraph { text, is_whole: true, ..Paragraph::default() };
            let mut anchor: Option<Anchor> = None;
            for (at, bytes) in &paragraph.parts {
                let index = self.flow.pieces.get(*at)?.index;
                let line = self.pieces.get(index)?;
                let PieceContent::Text(source) = line.content else { return None };
                if reached != Some(index) {
                    furniture.extend(reached.map_or(index, |last: usize| last + 1)..index);
                    (reached, cursor) = (Some(index), Cursor::default());
                }
                if words.runs.is_empty() {
                    words = Paragraph { level: source.level, style: source.style, ..words };
                }
                words::push(&mut words, source, bytes.clone(), &mut cursor);
                let Anchor { line: first, page, .. } =
                    anchor.unwrap_or(Anchor { part: 0, page: line.page, line: line.number, last_line: line.number });
                anchor = Some(Anchor { part: 0, page, line: first, last_line: line.last_line });
                places.push((self.from + index, place));
            }
            made.push(Block { anchor: anchor?, content: BlockContent::Paragraph(words) });
            for index in furniture {
                let piece = self.pieces.get(index)?;
                let content = match piece.content {
                    PieceContent::PageBreak => BlockContent::PageBreak,
                    PieceContent::Furniture => BlockContent::Furniture,
                    PieceContent::FrontMatter => BlockContent::FrontMatter,
                    PieceContent::Text(_) | PieceContent::Row { .. } | PieceContent::Blank => continue,
                };
                let anchor = Anchor { part: 0, page: piece.page, line: piece.number, last_line: piece.last_line };
                places.push((self.from + index, made.len()));
                made.push(Block { anchor, content });
            }
        }
        let index = |place: Option<usize>| Some(self.from + self.flow.pieces.get(place?)?.index);
        let first = index(paragraphs.first().and_then(first_line))?;
        let last = index(paragraphs.last().and_then(last_line))?;
        Some(Replacement { pieces: first..last + 1, made, places })
    }
}

fn first_line(paragraph: &Wrapped) -> Option<usize> {
    paragraph.parts.first().map(|(place, _)| *place)
}

fn last_line(paragraph: &Wrapped) -> Option<usize> {
    paragraph.parts.last().map(|(place, _)| *place)
}
