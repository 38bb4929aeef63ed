//! A document as a tree of paragraphs and tables: what every reader makes and every rule reads.
//!
//! A reader of a format knows nothing of tasks, a rule knows nothing of formats; both know this tree. Every piece says
//! where in the file it stands, so that a field can be followed back to exact characters.

mod pieces;

use std::ops::Range;

pub use pieces::{LineBreaks, Piece, PieceContent, PieceList};

/// A file as a tree. Every line of the source belongs to a block; a line of markup may hold several.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentTree {
    /// The pieces of the file, in reading order.
    pub blocks: Vec<Block>,
    /// Keys and values of the front matter or of the file's own properties, in order.
    pub front_matter: Vec<(String, String)>,
}

/// One piece of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub anchor: Anchor,
    /// What it is.
    pub content: BlockContent,
}

/// What a piece of a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockContent {
    /// Words.
    Paragraph(Paragraph),
    /// Rows of cells.
    Table(Table),
    /// The beginning of a printed page, where the source marks pages.
    PageBreak,
    /// Nothing but blanks.
    Blank,
    /// Front matter of a page or properties of a file; its words stand in [`DocumentTree::front_matter`].
    FrontMatter,
    /// What carries no words of the document: tags, comments, scripts, running heads and feet.
    Furniture,
}

/// Where a piece stands in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Anchor {
    /// Member of the archive, sheet of the workbook; 0 where a file has one part only.
    pub part: u32,
    /// Printed page, where the source marks pages.
    pub page: Option<u32>,
    /// First line of the source, counted from 1 and split on LF.
    pub line: u32,
    /// Last line of the source.
    pub last_line: u32,
}

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    /// The words, trimmed at both ends, markup and entities resolved.
    pub text: String,
    /// Where the words come from, in order: one entry for each stretch of words that stands together on one line of the
    /// source. Never empty for words that were read.
    pub runs: Vec<Run>,
    /// Level of a heading, 1 the highest, where the source says so (`<h1>`, `#`).
    pub level: Option<u8>,
    /// How the source sets it.
    pub style: Style,
    /// Whether the source says that the paragraph ends here. Lines of plain text may be parts of one paragraph.
    pub is_whole: bool,
}

/// Words of a paragraph that stand together on one line of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Run {
    /// First byte in the text of the paragraph; the run ends where the next begins.
    pub start: usize,
    /// Line of the source, counted from 1.
    pub line: u32,
    /// Printed page, where the source marks pages.
    pub page: Option<u32>,
    /// Character of the source line at which the run begins, counted from 0: blanks in front and tags are counted.
    pub column: u32,
}

/// How a source sets a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// In bold.
    pub bold: bool,
    /// In the middle of the line.
    pub centred: bool,
    /// Entry of a list.
    pub list_item: bool,
}

/// Rows of cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The rows, in order.
    pub rows: Vec<TableRow>,
    /// Caption that the source marks as the table's own; it stands as a paragraph before the table as well.
    pub caption: Option<String>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableRow {
    /// The cells that begin in this row, in order. A cell that reaches down from a row above is not repeated.
    pub cells: Vec<Cell>,
    /// First line of the source.
    pub line: u32,
    /// Last line of the source.
    pub last_line: u32,
    /// Printed page.
    pub page: Option<u32>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Its paragraphs, in order; tables inside a cell are taken apart into paragraphs, row by row.
    pub paragraphs: Vec<Paragraph>,
    /// First column, counted from 0.
    pub column: usize,
    /// How many columns it takes, at least 1.
    pub columns: usize,
    /// How many rows it takes, at least 1 and never beyond the table.
    pub rows: usize,
    /// Whether the source marks it as a heading (`<th>`).
    pub is_header: bool,
}

impl Table {
    /// Puts the whole table on a printed page.
    pub fn set_page(&mut self, page: Option<u32>) {
        for row in &mut self.rows {
            row.page = page;
            let runs = row.cells.iter_mut().flat_map(|cell| &mut cell.paragraphs).flat_map(|words| &mut words.runs);
            runs.for_each(|run| run.page = page);
        }
    }
}

impl TableRow {
    /// A row of cells on one line, none of them merged. For tests and samples.
    pub fn of_words<'t>(words: impl IntoIterator<Item = &'t str>, line: u32) -> Self {
        let cell = |(column, words): (usize, &str)| {
            let words = (!words.is_empty()).then(|| Paragraph::on_line(words.to_owned(), line, None, 0));
            Cell::at(column, words.into_iter().collect())
        };
        Self { cells: words.into_iter().enumerate().map(cell).collect(), line, last_line: line, page: None }
    }
}

impl Cell {
    /// A cell of one column and one row.
    pub fn at(column: usize, paragraphs: Vec<Paragraph>) -> Self {
        Self { paragraphs, column, columns: 1, rows: 1, is_header: false }
    }

    /// Whether the cell holds no words.
    pub fn is_empty(&self) -> bool {
        self.paragraphs.iter().all(|paragraph| paragraph.text.is_empty())
    }

    /// The words of the cell, paragraphs parted by line feeds.
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        texts.join("\n")
    }
}

/// Exact characters of a source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceRange {
    /// First line, counted from 1.
    pub line: u32,
    /// Last line.
    pub last_line: u32,
    /// Characters: the first on `line`, and the one behind the last on `last_line`, both counted from 0.
    pub characters: Range<u32>,
}

impl Paragraph {
    /// A paragraph on one line.
    pub fn on_line(text: String, line: u32, page: Option<u32>, column: u32) -> Self {
        Self { text, runs: vec![Run { start: 0, line, page, column }], ..Self::default() }
    }

    /// Where some bytes of the text stand in the source; `None` for a paragraph that stands nowhere.
    pub fn source_of(&self, bytes: Range<usize>) -> Option<SourceRange> {
        let (first, from) = self.place(bytes.start)?;
        let (last, to) = self.place(bytes.end.max(bytes.start + 1) - 1)?;
        let behind = if bytes.end > bytes.start { to + 1 } else { to };
        Some(SourceRange { line: first, last_line: last, characters: from..behind })
    }

    /// The runs of a part of the text, as if the part were a paragraph of its own.
    pub fn runs_of(&self, bytes: Range<usize>) -> Vec<Run> {
        self.runs_behind(None, bytes)
    }

    /// The runs of parts that follow one another, each as [`Self::runs_of`] gives them. A line of thousands of cells is
    /// counted through once.
    pub fn runs_of_each(&self, parts: impl IntoIterator<Item = Range<usize>>) -> impl Iterator<Item = Vec<Run>> {
        let mut counted = None;
        parts.into_iter().map(move |bytes| {
            let start = bytes.start;
            let runs = self.runs_behind(counted, bytes);
            counted = runs.first().map(|run| (start, run.column));
            runs
        })
    }

    /// The runs of a part; `counted` is a byte before it whose column is known.
    fn runs_behind(&self, counted: Option<(usize, u32)>, bytes: Range<usize>) -> Vec<Run> {
        let Some((line, column)) = self.place_behind(counted, bytes.start) else { return Vec::new() };
        let after = self.runs.partition_point(|run| run.start <= bytes.start);
        let page = after.checked_sub(1).and_then(|at| self.runs.get(at)).and_then(|run| run.page);
        let others = self.runs.get(after..).unwrap_or_default().iter().take_while(|run| run.start < bytes.end);
        let others = others.map(|run| Run { start: run.start - bytes.start, ..*run });
        std::iter::once(Run { start: 0, line, page, column }).chain(others).collect()
    }

    /// Line and character of the line of a byte of the text.
    fn place(&self, byte: usize) -> Option<(u32, u32)> {
        self.place_behind(None, byte)
    }

    /// The same, counted on from a byte before it whose column is known.
    fn place_behind(&self, counted: Option<(usize, u32)>, byte: usize) -> Option<(u32, u32)> {
        let after = self.runs.partition_point(|run| run.start <= byte);
        let run = self.runs.get(after.checked_sub(1)?)?;
        let end = (byte..=self.text.len()).find(|at| self.text.is_char_boundary(*at))?;
        let on_run = counted.filter(|(from, _)| (run.start..=byte).contains(from));
        let (from, column) = on_run.unwrap_or((run.start, run.column));
        let passed = self.text.get(from..end).map_or(0, |words| words.chars().count());
        // A byte inside a character belongs to it.
        let passed = if end > byte { passed.saturating_sub(1) } else { passed };
        Some((run.line, column + u32::try_from(passed).unwrap_or(u32::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_a_paragraph_are_found_in_their_lines() {
        let text = "推进改革".to_owned();
        let run = |start, line, column| Run { start, line, page: None, column };
        let paragraph = Paragraph { text, runs: vec![run(0, 3, 2), run(6, 4, 0)], ..Paragraph::default() };
        let check = |bytes, line, last_line, characters| {
            assert_eq!(paragraph.source_of(bytes), Some(SourceRange { line, last_line, characters }));
        };
        check(0..6, 3, 3, 2..4);
        // A range over a line break may end further left than it begins.
        check(3..9, 3, 4, Range { start: 3, end: 1 });
        check(6..12, 4, 4, 0..2);
        let parts = [0..3, 3..3, 3..9, 9..12, 3..6];
        let each: Vec<Vec<Run>> = paragraph.runs_of_each(parts.clone()).collect();
        assert_eq!(each, parts.map(|bytes| paragraph.runs_of(bytes)));
    }
}
