//! A tree as one row of pieces: paragraphs, rows of tables and what carries no words. An account has one role for each.

use super::{Anchor, Block, BlockContent, Cell, DocumentTree, Paragraph, Table, TableRow};

/// The pieces of a tree, in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct PieceList<'a> {
    /// Every paragraph, every row of a table, every other block.
    pub pieces: Vec<Piece<'a>>,
    /// Whether the source says where paragraphs end.
    pub breaks: LineBreaks,
    /// Keys and values of the front matter.
    pub front_matter: &'a [(String, String)],
}

/// What the line breaks of a source mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LineBreaks {
    /// The source says where paragraphs end; no line is wrapped.
    Paragraphs,
    /// Plain text: whether lines are wrapped has to be found out.
    #[default]
    Unknown,
}

/// One paragraph, one row of a table or one other block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// First line of the source, counted from 1.
    pub number: u32,
    /// Last line of the source.
    pub last_line: u32,
    /// Printed page, where the source marks pages.
    pub page: Option<u32>,
    /// What it is.
    pub content: PieceContent<'a>,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceContent<'a> {
    /// Words.
    Text(&'a Paragraph),
    /// A row of a table; one without words is [`PieceContent::Blank`].
    Row {
        /// The table; its rows follow each other.
        table: &'a Table,
        /// Place of the row in it.
        row: usize,
    },
    /// Nothing but blanks.
    Blank,
    /// The beginning of a printed page.
    PageBreak,
    /// Front matter of a page.
    FrontMatter,
    /// What carries no words of the document.
    Furniture,
}

impl DocumentTree {
    /// The pieces of the tree.
    pub fn pieces(&self) -> PieceList<'_> {
        let mut pieces = Vec::with_capacity(self.blocks.len());
        for block in &self.blocks {
            block.add_pieces(&mut pieces);
        }
        let in_parts =
            |piece: &Piece<'_>| matches!(piece.content, PieceContent::Text(paragraph) if !paragraph.is_whole);
        let breaks = if pieces.iter().any(in_parts) { LineBreaks::Unknown } else { LineBreaks::Paragraphs };
        PieceList { pieces, breaks, front_matter: &self.front_matter }
    }

    /// A tree of lines of plain text, an empty one being a blank. For tests and samples.
    pub fn of_lines<'t>(lines: impl IntoIterator<Item = &'t str>) -> Self {
        let block = |(number, text): (u32, &str)| {
            let content = match text.trim() {
                "" => BlockContent::Blank,
                mark if mark.starts_with("# Page") => BlockContent::PageBreak,
                words => {
                    let blanks = text.chars().take_while(|c| c.is_whitespace()).count();
                    let column = u32::try_from(blanks).unwrap_or(u32::MAX);
                    BlockContent::Paragraph(Paragraph::on_line(words.to_owned(), number, None, column))
                }
            };
            Block { anchor: Anchor { line: number, last_line: number, ..Anchor::default() }, content }
        };
        Self { blocks: (1..).zip(lines).map(block).collect(), front_matter: Vec::new() }
    }
}

impl Block {
    fn add_pieces<'a>(&'a self, pieces: &mut Vec<Piece<'a>>) {
        let Anchor { page, line: number, last_line, .. } = self.anchor;
        let content = match &self.content {
            BlockContent::Table(table) => {
                // A row that stands nowhere else, such as one that only spans fill, stands where its table does.
                let mut last = number;
                for (at, TableRow { cells, line, last_line, page }) in table.rows.iter().enumerate() {
                    last = last.max(*line);
                    let is_blank = cells.iter().all(Cell::is_empty);
                    let content = if is_blank { PieceContent::Blank } else { PieceContent::Row { table, row: at } };
                    pieces.push(Piece { number: last, last_line: last.max(*last_line), page: *page, content });
                }
                return;
            }
            BlockContent::Paragraph(paragraph) => PieceContent::Text(paragraph),
            BlockContent::PageBreak => PieceContent::PageBreak,
            BlockContent::Blank => PieceContent::Blank,
            BlockContent::FrontMatter => PieceContent::FrontMatter,
            BlockContent::Furniture => PieceContent::Furniture,
        };
        pieces.push(Piece { number, last_line, page, content });
    }
}

impl<'a> Piece<'a> {
    /// The words of a paragraph; empty for everything else. A row gives no text: ask for its cells.
    pub fn text(&self) -> &'a str {
        match self.content {
            PieceContent::Text(paragraph) => &paragraph.text,
            _ => "",
        }
    }

    /// The row of a table that the piece is.
    pub fn row(&self) -> Option<&'a TableRow> {
        match self.content {
            PieceContent::Row { table, row } => table.rows.get(row),
            _ => None,
        }
    }

    /// Whether the piece carries words or cells.
    pub fn is_content(&self) -> bool {
        matches!(self.content, PieceContent::Text(_) | PieceContent::Row { .. })
    }

    /// The words of the piece, those of a row with U+2003 between its cells.
    pub fn words(&self) -> String {
        match self.row() {
            Some(row) => row.cells.iter().map(Cell::text).collect::<Vec<_>>().join("\u{2003}"),
            None => self.text().to_owned(),
        }
    }
}
