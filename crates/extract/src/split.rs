//! A source file to the extents of its documents.

use std::ops::Range;

use domain::source::SourceText;

/// The extents of the documents of a file as ranges of [`SourceText::lines`], in order and without overlap.
/// Blank lines and page marks between documents belong to none.
pub(crate) fn split(source: &SourceText) -> Vec<Range<usize>> {
    std::iter::once(0..source.lines.len()).collect()
}
