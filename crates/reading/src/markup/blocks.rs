//! Tags and text to the blocks of a page.

use super::grid::Grid;
use super::inline::Inline;

/// A paragraph or a row of a table with the source line it begins on.
#[derive(Debug)]
pub(super) enum Block {
    /// A paragraph.
    Text { line: u32, text: String },
    /// A row.
    Row { line: u32, table: u32, cells: Vec<String> },
}

impl Block {
    /// The source line it begins on.
    pub(super) fn line(&self) -> u32 {
        match self {
            Self::Text { line, .. } | Self::Row { line, .. } => *line,
        }
    }
}

/// What a page gave.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Its blocks, line numbers never falling.
    pub(super) blocks: Vec<Block>,
    /// Its title and what its meta tags state.
    pub(super) facts: Vec<(String, String)>,
}

/// Tags whose content is no text of the page.
const DROPPED: &[&[u8]] = &[
    b"script",
    b"style",
    b"noscript",
    b"template",
    b"iframe",
    b"object",
    b"svg",
    b"math",
    b"select",
    b"textarea",
    b"noframes",
    b"audio",
    b"video",
    b"canvas",
];

/// Tags that begin and end a paragraph.
const BLOCKS: &[&[u8]] = &[
    b"p",
    b"div",
    b"br",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"ul",
    b"ol",
    b"li",
    b"dl",
    b"dt",
    b"dd",
    b"section",
    b"article",
    b"header",
    b"footer",
    b"main",
    b"nav",
    b"aside",
    b"blockquote",
    b"pre",
    b"hr",
    b"form",
    b"fieldset",
    b"legend",
    b"figure",
    b"figcaption",
    b"address",
    b"center",
    b"body",
    b"html",
    b"head",
    b"title",
    b"caption",
    b"table",
    b"thead",
    b"tbody",
    b"tfoot",
    b"tr",
    b"td",
    b"th",
    b"details",
    b"summary",
    b"dir",
    b"menu",
];

/// Tables nested deeper than this are read as text of the table around them.
const DEEPEST: usize = 40;

/// The blocks of a page in the making.
#[derive(Debug)]
pub(super) struct Blocks {
    found: Found,
    paragraph: Inline,
    tables: Vec<Grid>,
    /// Tables opened beyond [`DEEPEST`].
    too_deep: usize,
    next_table: u32,
    /// The dropped element that is open, and how often it is nested in itself.
    dropped: Option<(Vec<u8>, usize)>,
    in_title: bool,
    preformatted: usize,
    tag: Tag,
}

/// The start tag being read.
#[derive(Debug, Default)]
struct Tag {
    name: Vec<u8>,
    line: u32,
    attribute: Vec<u8>,
    columns: usize,
    rows: usize,
    meta_name: String,
    meta_content: String,
}

impl Blocks {
    /// No blocks yet.
    pub(super) fn new() -> Self {
        Self {
            found: Found::default(),
            paragraph: Inline::default(),
            tables: Vec::new(),
            too_deep: 0,
            next_table: 0,
            dropped: None,
            in_title: false,
            preformatted: 0,
            tag: Tag::default(),
        }
    }

    /// `<name`
    pub(super) fn open(&mut self, name: &[u8], line: u32) {
        self.tag = Tag { name: name.to_vec(), line, columns: 1, rows: 1, ..Tag::default() };
    }

    /// An attribute's name inside a start tag.
    pub(super) fn attribute_name(&mut self, name: &[u8]) {
        self.tag.attribute.clear();
        self.tag.attribute.extend_from_slice(name);
    }

    /// An attribute's value inside a start tag.
    pub(super) fn attribute_value(&mut self, value: &[u8]) {
        let words = || String::from_utf8_lossy(value).trim().to_owned();
        match self.tag.attribute.as_slice() {
            b"colspan" => self.tag.columns = words().parse().unwrap_or(1),
            b"rowspan" => self.tag.rows = words().parse().unwrap_or(1),
            b"name" | b"property" => self.tag.meta_name = words(),
            b"content" => self.tag.meta_content = words(),
            _ => {}
        }
    }

    /// The `>` of a start tag: now it counts.
    pub(super) fn opened(&mut self, self_closing: bool) {
        let tag = std::mem::take(&mut self.tag);
        let name = tag.name.as_slice();
        if let Some((dropped, depth)) = &mut self.dropped {
            *depth += usize::from(dropped == name && !self_closing);
            return;
        }
        if DROPPED.contains(&name) {
            if !self_closing {
                self.dropped = Some((tag.name, 1));
            }
            return;
        }
        if BLOCKS.contains(&name) {
            self.end_paragraph();
        }
        match name {
            b"meta" if !tag.meta_name.is_empty() && !tag.meta_content.is_empty() => {
                self.found.facts.push((tag.meta_name, tag.meta_content));
            }
            b"title" => self.in_title = true,
            b"pre" => self.preformatted += 1,
            b"table" if self.tables.len() >= DEEPEST => self.too_deep += 1,
            b"table" => {
                if let Some(outer) = self.tables.last_mut() {
                    outer.holds_table = true;
                }
                self.tables.push(Grid::default());
            }
            b"tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.open_row(tag.line);
                }
            }
            b"td" | b"th" => {
                if let Some(table) = self.tables.last_mut() {
                    table.open_cell(tag.line);
                    if let Some(cell) = table.cell() {
                        (cell.columns, cell.rows) = (tag.columns, tag.rows);
                    }
                }
            }
            _ => {}
        }
    }

    /// `</name>`
    pub(super) fn close(&mut self, name: &[u8], _line: u32) {
        if let Some((dropped, depth)) = &mut self.dropped {
            if dropped == name {
                *depth -= 1;
                if *depth == 0 {
                    self.dropped = None;
                }
            }
            return;
        }
        if BLOCKS.contains(&name) {
            self.end_paragraph();
        }
        match name {
            b"title" => self.in_title = false,
            b"pre" => self.preformatted = self.preformatted.saturating_sub(1),
            b"td" | b"th" | b"tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.close_cell();
                }
            }
            b"table" if self.too_deep > 0 => self.too_deep -= 1,
            b"table" => self.end_table(),
            _ => {}
        }
    }

    /// Text between tags.
    pub(super) fn words(&mut self, text: &str, line: u32) {
        if self.dropped.is_some() {
            return;
        }
        if self.preformatted == 0 {
            self.paragraph.push(text, line);
            return;
        }
        for (number, part) in (line..).zip(text.split('\n')) {
            if number > line {
                self.end_paragraph();
            }
            self.paragraph.push(part, number);
        }
    }

    /// The blocks of the whole page.
    pub(super) fn finish(mut self) -> Found {
        self.end_paragraph();
        while !self.tables.is_empty() {
            self.end_table();
        }
        // Captions and text between rows come before the rows they were written among.
        self.found.blocks.sort_by_key(Block::line);
        self.found
    }

    /// Ends the paragraph and puts it where it belongs.
    fn end_paragraph(&mut self) {
        let Some((line, text)) = self.paragraph.take() else { return };
        if self.in_title {
            self.found.facts.push(("title".to_owned(), text));
            return;
        }
        self.put(Block::Text { line, text });
    }

    /// Ends the innermost table and puts its blocks into what surrounds it.
    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        for block in table.finish(&mut self.next_table) {
            self.put(block);
        }
    }

    /// Puts a block into the innermost open cell, or onto the page.
    fn put(&mut self, block: Block) {
        match self.tables.iter_mut().rev().find_map(Grid::cell) {
            Some(cell) => cell.blocks.push(block),
            None => self.found.blocks.push(block),
        }
    }
}
