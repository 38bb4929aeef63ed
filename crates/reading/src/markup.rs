//! Web pages and fragments of them: blocks become lines, tables rows, and tags leave no gaps inside a sentence.
//!
//! The page is cut into tokens by html5gum, which follows the WHATWG rules and tells the byte offset of every token;
//! from it the source line follows. The tree builders (html5ever with scraper) were turned down here: their nodes do
//! not know where they stood, and a register that shows the source line of every task cannot do without. The price is
//! that tags closed by implication are handled here, which for lines and rows needs only what opens and what ends.

mod blocks;
mod detect;
mod grid;
mod inline;

use std::convert::Infallible;

use domain::source::{Line, LineBreaks, LineContent, SourceText};
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use crate::blank::is_blank;
use crate::front_matter::FrontMatter;
use crate::page_mark;
use crate::source_lines::SourceLines;
use blocks::{Block, Blocks};

pub(crate) use detect::is_html;

/// Reads a page. `from` is the byte at which it begins behind the front matter.
pub(crate) fn read(text: &str, lines: &SourceLines<'_>, front: FrontMatter, from: usize) -> SourceText {
    let body = text.get(from..).unwrap_or("");
    let first_line = lines.parts().get(front.parts).map_or(1, |part| part.number);
    let mut blocks = Blocks::new();
    let mut counter = LineCounter { text: body.as_bytes(), at: 0, line: first_line, end: lines.line_end() };
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| -> Option<Infallible> {
        let line = counter.line_at(span.start);
        match event {
            CallbackEvent::OpenStartTag { name } => blocks.open(name, line),
            CallbackEvent::AttributeName { name } => blocks.attribute_name(name),
            CallbackEvent::AttributeValue { value } => blocks.attribute_value(value),
            CallbackEvent::CloseStartTag { self_closing } => blocks.opened(self_closing),
            CallbackEvent::EndTag { name } => blocks.close(name, line),
            CallbackEvent::String { value } => blocks.words(&String::from_utf8_lossy(value), line),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
        None
    });
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(body, emitter).finish();
    let found = blocks.finish();
    let mut fields = front.fields;
    for (key, value) in found.facts {
        if !fields.iter().any(|(known, _)| *known == key) {
            fields.push((key, value));
        }
    }
    SourceText {
        lines: entries(lines, front.parts, found.blocks),
        breaks: LineBreaks::Paragraphs,
        front_matter: fields,
    }
}

/// An entry for every block, and for every source line without one.
fn entries(lines: &SourceLines<'_>, front_parts: usize, blocks: Vec<Block>) -> Vec<Line> {
    let mut entries = Vec::with_capacity(lines.parts().len());
    let mut blocks = blocks.into_iter().peekable();
    let mut page = None;
    let mut previous = 0;
    for (index, part) in lines.parts().iter().enumerate() {
        let mut any = false;
        while let Some(block) = blocks.next_if(|block| block.line() <= part.number) {
            let content = match block {
                Block::Text { text, .. } => match page_mark::read(&text) {
                    Some(marked) => {
                        page = Some(marked);
                        LineContent::PageMark
                    }
                    None => LineContent::Text(text),
                },
                Block::Row { table, cells, .. } => LineContent::Row { table, cells },
            };
            entries.push(Line { number: part.number, page, content });
            any = true;
        }
        if !any && part.number != previous {
            let content = if index < front_parts {
                LineContent::FrontMatter
            } else if is_blank(part.text) {
                LineContent::Blank
            } else {
                LineContent::Markup
            };
            entries.push(Line { number: part.number, page, content });
        }
        previous = part.number;
    }
    entries
}

/// Tells the line of a byte; asked for rising bytes, it looks at each byte once.
struct LineCounter<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
    end: u8,
}

impl LineCounter<'_> {
    /// The line of a byte. A byte before the last one asked for has that one's line.
    fn line_at(&mut self, byte: usize) -> u32 {
        if let Some(passed) = self.text.get(self.at..byte.min(self.text.len())) {
            let ends = passed.iter().filter(|b| **b == self.end).count();
            self.line = self.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
            self.at = byte.min(self.text.len());
        }
        self.line
    }
}

#[cfg(test)]
mod tests;
