//! What a flattened table shows of its own columns: how wide their lines run.
//!
//! The lines of a cell are as wide as their column, so the width of a line tells which column it may belong to. The
//! widths are learned from places that cannot be mistaken: the line behind a row number, the lines behind a clause
//! number, the lines before a time.

use super::blocks;
use super::header::Header;
use super::segments::Segment;
use crate::table::captions::Column;
use crate::table::cells::{Entry, label, width};

/// Widths of the columns in half-width columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    /// Widest line of the column of names.
    pub(super) name: usize,
    /// Usual full line of the column of contents.
    pub(super) content: usize,
    /// Widest line that still belongs to the contents, where they are narrower than the measures.
    pub(super) content_limit: Option<usize>,
    /// Usual full line of the column of measures.
    pub(super) measure: usize,
    /// Widest line that may still belong to the leads; nothing where no lead was seen.
    pub(super) lead_limit: Option<usize>,
}

impl Layout {
    /// Learns the widths from the rows of a table.
    pub(super) fn learn(header: &Header, segments: &[Segment<'_>], entries: &[Entry<'_>]) -> Self {
        let measure = full_width(labelled_lines(segments, entries)).unwrap_or_else(|| widest(segments, entries));
        let name =
            if header.has(Column::Name) && has_text_beside_name(header) { name_width(segments, entries) } else { 0 };
        let content = full_width(content_lines(segments, entries, name)).unwrap_or(measure);
        // Only first lines were seen; others may hold a sign more.
        let name = if name > 0 && name + 8 <= content { name + 2 } else { name };
        let distinct = header.has(Column::Content) && content + 6 < measure;
        let content_limit = distinct.then_some((content + measure) / 2);
        Self { name, content, content_limit, measure, lead_limit: lead_limit(header, segments, entries, measure) }
    }

    /// Whether a line fills its column of contents, so that its text goes on in the next.
    pub(super) fn fills_content(&self, text: &str) -> bool {
        width(text) + 3 >= self.content
    }
}

/// Whether the name of a row is a title, and not the task itself.
fn has_text_beside_name(header: &Header) -> bool {
    header.has(Column::Content) || header.has(Column::Measures)
}

/// Widths of the lines that begin a numbered clause.
fn labelled_lines(segments: &[Segment<'_>], entries: &[Entry<'_>]) -> Vec<usize> {
    let lines = segments.iter().flat_map(|segment| segment.lines.iter()).filter_map(|at| entries.get(*at));
    lines.filter(|entry| label(entry.text).is_some()).map(|entry| width(entry.text)).collect()
}

/// Widths of the lines between the name and the first numbered clause.
fn content_lines(segments: &[Segment<'_>], entries: &[Entry<'_>], name: usize) -> Vec<usize> {
    let mut widths = Vec::new();
    for segment in segments {
        let lines = segment.lines.iter().filter_map(|at| entries.get(*at));
        if segment.lines.iter().filter_map(|at| entries.get(*at)).any(|entry| label(entry.text).is_some()) {
            widths.extend(lines.take_while(|e| label(e.text).is_none()).map(|e| width(e.text)).filter(|w| *w > name));
        }
    }
    widths
}

/// The width that the full lines of a column have: the one most lines come near, since only last lines fall short.
fn full_width(mut widths: Vec<usize>) -> Option<usize> {
    widths.sort_unstable();
    let mut best: Option<(usize, usize)> = None;
    for (at, low) in widths.iter().enumerate() {
        // A full line may fall short by a sign that may not begin a line.
        let within = widths.partition_point(|w| *w <= low + 2) - at;
        let wider = best.is_none_or(|(count, _)| within >= count);
        if wider {
            best = Some((within, low + 2));
        }
    }
    let (_, upper) = best?;
    widths.iter().rev().find(|w| **w <= upper).copied()
}

/// The widest first line of a name; a wide stray does not count.
fn name_width(segments: &[Segment<'_>], entries: &[Entry<'_>]) -> usize {
    let mut widths: Vec<usize> = segments
        .iter()
        .filter(|segment| segment.name.is_none())
        .filter_map(|segment| segment.lines.first().and_then(|at| entries.get(*at)))
        .map(|entry| width(entry.text))
        .collect();
    widths.sort_unstable();
    let median = widths.get(widths.len() / 2).copied().unwrap_or(0);
    widths.iter().rev().find(|w| **w <= median * 2).copied().unwrap_or(median)
}

/// The first line of a cell of units is a line of the lead. The others may be wider by a sign or two.
fn lead_limit(header: &Header, segments: &[Segment<'_>], entries: &[Entry<'_>], measure: usize) -> Option<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for segment in segments {
        let lines: Vec<Entry<'_>> = segment.lines.iter().filter_map(|at| entries.get(*at)).copied().collect();
        let blocks = blocks::find(header, &lines, measure);
        let firsts = blocks.iter().filter_map(|block| lines.get(block.start)?.text.split_whitespace().next());
        widths.extend(firsts.map(width));
    }
    widths.sort_unstable();
    let median = widths.get(widths.len() / 2).copied()?;
    widths.iter().rev().find(|w| **w <= median * 2).map(|widest| widest + 3)
}

fn widest(segments: &[Segment<'_>], entries: &[Entry<'_>]) -> usize {
    let lines = segments.iter().flat_map(|segment| segment.lines.iter()).filter_map(|at| entries.get(*at));
    lines.map(|entry| width(entry.text)).max().unwrap_or(0)
}
