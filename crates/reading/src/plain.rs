//! Plain text: every line an entry, nothing stripped from the words.

use domain::source::{Line, LineBreaks, LineContent, SourceText};

use crate::blank::trim;
use crate::front_matter::FrontMatter;
use crate::page_mark;
use crate::source_lines::SourceLines;

/// Reads the lines of a plain text behind its front matter.
pub(crate) fn read(lines: &SourceLines<'_>, front: FrontMatter) -> SourceText {
    let mut page = None;
    let mut read = Vec::with_capacity(lines.parts().len());
    for (index, &(number, raw)) in lines.parts().iter().enumerate() {
        let content = if index < front.parts {
            LineContent::FrontMatter
        } else if let Some(marked) = page_mark::read(raw) {
            page = Some(marked);
            LineContent::PageMark
        } else {
            match trim(raw) {
                "" => LineContent::Blank,
                text => LineContent::Text(text.to_owned()),
            }
        };
        read.push(Line { number, page, content });
    }
    SourceText { lines: read, breaks: LineBreaks::Unknown, front_matter: front.fields }
}
