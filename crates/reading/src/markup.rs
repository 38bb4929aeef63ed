//! Web pages and fragments of them: blocks become paragraphs, tables keep their cells and spans, and tags leave no gaps inside a sentence.
//!
//! The page is cut into tokens by html5gum, which follows the WHATWG rules and tells the byte offset of every token;
//! from it the source line follows. The tree builders (html5ever with scraper) were turned down here: their nodes do
//! not know where they stood, and a register that shows the source line of every task cannot do without. The price is
//! that tags closed by implication are handled here, which for lines and rows needs only what opens and what ends.

mod blocks;
mod detect;
mod grid;
mod inline;
mod lines;

use std::convert::Infallible;

use domain::tree::{Anchor, Block, BlockContent, DocumentTree};
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use crate::blank::is_blank;
use crate::front_matter::FrontMatter;
use crate::page_mark;
use crate::places::Places;
use crate::source_lines::SourceLines;
use blocks::Blocks;

pub(crate) use detect::is_html;

/// Reads a page. `from` is the byte at which it begins behind the front matter.
pub(crate) fn read(text: &str, lines: &SourceLines<'_>, front: FrontMatter, from: usize) -> DocumentTree {
    let body = text.get(from..).unwrap_or("");
    let first_line = lines.parts().get(front.parts).map_or(1, |part| part.number);
    let mut blocks = Blocks::new();
    let line_end = lines.line_end();
    let mut counter = PlaceCounter { text: body, at: 0, line: first_line, column: 0, end: line_end };
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| -> Option<Infallible> {
        // Errors are told before the words they are found in: their places are not asked for.
        match event {
            CallbackEvent::OpenStartTag { name } => blocks.open(name, counter.place_of(span.start).0),
            CallbackEvent::AttributeName { name } => blocks.attribute_name(name),
            CallbackEvent::AttributeValue { value } => blocks.attribute_value(value),
            CallbackEvent::CloseStartTag { self_closing } => blocks.opened(self_closing),
            CallbackEvent::EndTag { name } => blocks.close(name),
            CallbackEvent::String { value } => {
                let (line, column) = counter.place_of(span.start);
                let source = body.get(span.start..).unwrap_or("");
                blocks.words(&String::from_utf8_lossy(value), Places::of_markup(source, line, column, line_end));
            }
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
    DocumentTree { blocks: with_all_lines(lines, front.parts, found.blocks), front_matter: fields }
}

/// The blocks of a page, with one for every source line between them.
fn with_all_lines(lines: &SourceLines<'_>, front_parts: usize, blocks: Vec<Block>) -> Vec<Block> {
    let mut all = Vec::with_capacity(lines.parts().len());
    let mut rest = lines.parts().iter().enumerate().peekable();
    let mut page = None;
    let mut covered = 0;
    let mut before_line = |all: &mut Vec<Block>, covered: u32, page, line: u32| {
        let mut previous = covered;
        while let Some((index, part)) = rest.next_if(|(_, part)| part.number < line) {
            if part.number <= previous {
                continue;
            }
            previous = part.number;
            let content = if index < front_parts {
                BlockContent::FrontMatter
            } else if is_blank(part.text) {
                BlockContent::Blank
            } else {
                BlockContent::Furniture
            };
            all.push(Block { anchor: Anchor { part: 0, page, line: part.number, last_line: part.number }, content });
        }
    };
    for mut block in blocks {
        before_line(&mut all, covered, page, block.anchor.line);
        covered = covered.max(block.anchor.last_line);
        match &mut block.content {
            BlockContent::Paragraph(paragraph) => {
                if let Some(marked) = page_mark::read(&paragraph.text) {
                    page = Some(marked);
                    block.content = BlockContent::PageBreak;
                } else if page.is_some() {
                    paragraph.runs.iter_mut().for_each(|run| run.page = page);
                }
            }
            BlockContent::Table(table) if page.is_some() => table.set_page(page),
            _ => {}
        }
        block.anchor.page = page;
        all.push(block);
    }
    before_line(&mut all, covered, page, u32::MAX);
    all
}

/// Tells line and column of a byte; asked for rising bytes, it looks at each byte once.
struct PlaceCounter<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    column: u32,
    end: u8,
}

impl PlaceCounter<'_> {
    /// The place of a byte. A byte before the last one asked for has that one's place.
    fn place_of(&mut self, byte: usize) -> (u32, u32) {
        let bytes = self.text.as_bytes();
        for b in bytes.get(self.at..byte.min(bytes.len())).unwrap_or_default() {
            if *b == self.end {
                self.line = self.line.saturating_add(1);
                self.column = 0;
            } else if !matches!(b, 0x80..=0xBF) {
                self.column = self.column.saturating_add(1);
            }
        }
        self.at = self.at.max(byte.min(bytes.len()));
        (self.line, self.column)
    }
}

#[cfg(test)]
mod tests;
