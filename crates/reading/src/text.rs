//! Files of text: decoded, then read as a page, as Markdown or as plain lines.

use domain::tree::DocumentTree;

use crate::source_lines::SourceLines;
use crate::{ReadError, blank, decode, front_matter, markdown, markup, plain};

/// Reads the bytes of a file of text.
pub(crate) fn read(bytes: &[u8]) -> Result<DocumentTree, ReadError> {
    let text = decode::decode(bytes)?;
    if blank::is_blank(&text) {
        return Err(ReadError::Empty);
    }
    Ok(read_decoded(&text))
}

/// Reads text that is already decoded and not blank.
fn read_decoded(text: &str) -> DocumentTree {
    let lines = SourceLines::of(text);
    let front = front_matter::read(&lines);
    let from = lines.parts().get(front.parts).map_or(text.len(), |part| part.start);
    if markup::is_html(text.get(from..).unwrap_or("")) {
        markup::read(text, &lines, front, from)
    } else if markdown::is_markdown(&lines, front.parts) {
        markdown::read(&lines, front)
    } else {
        plain::read(&lines, front)
    }
}
