//! Tags and text to the blocks of a page.

use domain::tree::{Anchor, Block, BlockContent, Paragraph};

use super::grid::{Grid, OpenCell};
use super::inline::Inline;
use super::lines;
use crate::places::Places;

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
    setting: Setting,
    tables: Vec<Grid>,
    /// Tables opened beyond [`DEEPEST`].
    too_deep: usize,
    /// The dropped element that is open, and how often it is nested in itself.
    dropped: Option<(Vec<u8>, usize)>,
    in_title: bool,
    preformatted: usize,
    tag: Tag,
}

/// How the open tags set the words.
#[derive(Debug, Default)]
struct Setting {
    /// Level of the heading that is open.
    level: Option<u8>,
    /// How many bold tags are open.
    bold: usize,
    /// How many tags that centre are open.
    centred: usize,
    /// The names of open block tags that may centre, and whether each does.
    aligned: Vec<(Vec<u8>, bool)>,
    in_list: usize,
    in_caption: bool,
}

/// The start tag being read.
#[derive(Debug, Default)]
struct Tag {
    name: Vec<u8>,
    line: u32,
    attribute: Vec<u8>,
    columns: usize,
    rows: usize,
    is_centred: bool,
    meta_name: String,
    meta_content: String,
}

impl Blocks {
    /// No blocks yet.
    pub(super) fn new() -> Self {
        Self {
            found: Found::default(),
            paragraph: Inline::default(),
            setting: Setting::default(),
            tables: Vec::new(),
            too_deep: 0,
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
            b"align" => self.tag.is_centred = value.eq_ignore_ascii_case(b"center"),
            b"style" => {
                let style = words().to_ascii_lowercase();
                self.tag.is_centred |= style.split(';').any(|rule| {
                    rule.split_once(':').is_some_and(|(name, value)| {
                        name.trim() == "text-align" && value.trim_start().starts_with("center")
                    })
                });
            }
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
        if !self_closing {
            self.setting.open(name, tag.is_centred);
        }
        match name {
            b"meta" if !tag.meta_name.is_empty() && !tag.meta_content.is_empty() => {
                self.found.facts.push((tag.meta_name, tag.meta_content));
            }
            b"title" => self.in_title = true,
            b"pre" => self.preformatted += 1,
            b"table" if self.tables.len() >= DEEPEST => self.too_deep += 1,
            b"table" => self.tables.push(Grid::default()),
            b"tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.open_row(tag.line);
                }
            }
            b"td" | b"th" => {
                if let Some(table) = self.tables.last_mut() {
                    let (columns, rows, is_header) = (tag.columns, tag.rows, name == b"th");
                    table.open_cell(tag.line, OpenCell { blocks: Vec::new(), columns, rows, is_header });
                }
            }
            _ => {}
        }
    }

    /// `</name>`
    pub(super) fn close(&mut self, name: &[u8]) {
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
        self.setting.close(name);
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

    /// Text between tags. `places` tells where its characters stand.
    pub(super) fn words(&mut self, text: &str, mut places: Places<'_>) {
        if self.dropped.is_some() {
            return;
        }
        let is_bold = self.setting.bold > 0;
        for c in text.chars() {
            let place = places.next(c);
            if c == '\n' && self.preformatted > 0 {
                self.end_paragraph();
            } else {
                self.paragraph.push(c, place, is_bold);
            }
        }
    }

    /// The blocks of the whole page.
    pub(super) fn finish(mut self) -> Found {
        self.end_paragraph();
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.found.blocks.sort_by_key(|block| block.anchor.line);
        self.found
    }

    /// Ends the paragraph and puts it where it belongs.
    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraph.take() else { return };
        if self.in_title {
            self.found.facts.push(("title".to_owned(), paragraph.text));
            return;
        }
        for mut paragraph in lines::meant(paragraph) {
            self.setting.set(&mut paragraph);
            if self.setting.in_caption
                && let Some(table) = self.tables.last_mut()
            {
                table.caption.get_or_insert_with(String::new).push_str(&paragraph.text);
            }
            let line = |run: Option<&domain::tree::Run>| run.map_or(0, |run| run.line);
            let (line, last_line) = (line(paragraph.runs.first()), line(paragraph.runs.last()));
            let anchor = Anchor { line, last_line, ..Anchor::default() };
            let size = paragraph.text.len();
            self.put(Block { anchor, content: BlockContent::Paragraph(paragraph) }, size);
        }
    }

    /// Ends the innermost table and puts its blocks into what surrounds it.
    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        if let Some(outer) = self.tables.iter_mut().rev().find(|outer| outer.is_in_cell()) {
            outer.nested += table.words;
            outer.words += table.words;
        }
        for block in table.finish() {
            self.put(block, 0);
        }
    }

    /// Puts a block of so many new bytes into the innermost open cell, among the strays of the innermost table, or onto the page.
    fn put(&mut self, block: Block, size: usize) {
        match self.tables.iter_mut().rev().find(|table| table.is_in_cell()) {
            Some(table) => {
                table.words += size;
                if let Some(cell) = table.cell() {
                    cell.blocks.push(block);
                }
            }
            None => match self.tables.last_mut() {
                Some(table) => table.stray.push(block),
                None => self.found.blocks.push(block),
            },
        }
    }
}

/// Tags of blocks that may centre their words.
const ALIGNED: &[&[u8]] =
    &[b"p", b"div", b"td", b"th", b"h1", b"h2", b"h3", b"h4", b"h5", b"h6", b"section", b"center"];
/// Block tags open inside each other beyond this many set nothing.
const DEEPEST_ALIGNED: usize = 200;

impl Setting {
    fn open(&mut self, name: &[u8], is_centred: bool) {
        match name {
            b"b" | b"strong" => self.bold += 1,
            b"li" => self.in_list += 1,
            b"caption" => self.in_caption = true,
            [b'h', level @ b'1'..=b'6'] => self.level = Some(level - b'0'),
            _ => {}
        }
        if ALIGNED.contains(&name) && self.aligned.len() < DEEPEST_ALIGNED {
            // A paragraph ends where the next begins, closed or not.
            if name == b"p" && self.aligned.last().is_some_and(|(open, _)| open == b"p") {
                self.close(b"p");
            }
            let centres = is_centred || name == b"center";
            self.centred += usize::from(centres);
            self.aligned.push((name.to_vec(), centres));
        }
    }

    fn close(&mut self, name: &[u8]) {
        match name {
            b"b" | b"strong" => self.bold = self.bold.saturating_sub(1),
            b"li" => self.in_list = self.in_list.saturating_sub(1),
            b"caption" => self.in_caption = false,
            [b'h', b'1'..=b'6'] => self.level = None,
            _ => {}
        }
        if ALIGNED.contains(&name)
            && let Some(at) = self.aligned.iter().rposition(|(open, _)| open == name)
        {
            for (_, centres) in self.aligned.drain(at..) {
                self.centred -= usize::from(centres);
            }
        }
    }

    fn set(&self, paragraph: &mut Paragraph) {
        paragraph.level = self.level;
        paragraph.style.centred = self.centred > 0;
        paragraph.style.list_item = self.in_list > 0;
    }
}
