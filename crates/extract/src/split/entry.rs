//! The lines of a source that carry text, as splitting looks at them.

use domain::tree::{LineBreaks, PieceContent, PieceList};

use crate::head::compact::is_longer;
use crate::head::site::Site;

/// A line with text or cells.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    /// Place in [`PieceList::pieces`].
    pub(crate) index: usize,
    /// Its text without meaningless blanks; empty for a table row.
    pub(crate) text: &'a str,
}

/// The content lines of a source in order, without those that its page prints around a document.
pub(crate) fn entries<'a>(source: &PieceList<'_>, site: &'a Site<'_>) -> Vec<Entry<'a>> {
    let mut entries = Vec::with_capacity(source.pieces.len());
    for (index, (line, text)) in source.pieces.iter().zip(&site.texts).enumerate() {
        if site.told.roles.get(index).is_some_and(Option::is_some) {
            continue;
        }
        match line.content {
            PieceContent::Text(_) => entries.push(Entry { index, text }),
            PieceContent::Row { .. } => entries.push(Entry { index, text: "" }),
            _ => {}
        }
    }
    entries
}

/// Whether the lines are hard-wrapped: most of those that are long enough to tell end inside a sentence.
pub(crate) fn is_wrapped(source: &PieceList<'_>, entries: &[Entry<'_>]) -> bool {
    if source.breaks == LineBreaks::Paragraphs {
        return false;
    }
    let (mut open, mut ended) = (0_usize, 0_usize);
    for entry in entries.iter().filter(|entry| is_longer(entry.text, 18)) {
        if entry.text.ends_with(['。', '；', '：', '！', '？', ';', ':', '）', ')', '］', ']', '”', '》', '.'])
        {
            ended += 1;
        } else {
            open += 1;
        }
    }
    open > ended
}
