//! A table of a page in the making: rows, cells and their spans; tables that only lay the page out are dissolved.

use domain::tree::{Anchor, Block, BlockContent, Cell, Paragraph, Table, TableRow};

/// A cell takes at most so many columns, as browsers have it.
const MOST_COLUMNS: usize = 1000;
/// A table that holds another one is data only with so many rows of several cells.
const FEWEST_ROWS_AROUND: usize = 3;

/// A cell with what stands in it.
#[derive(Debug, Default)]
pub(super) struct OpenCell {
    pub(super) blocks: Vec<Block>,
    pub(super) columns: usize,
    /// How many rows it takes; 0 for all that follow.
    pub(super) rows: usize,
    pub(super) is_header: bool,
}

/// A row of a table.
#[derive(Debug, Default)]
struct OpenRow {
    line: u32,
    cells: Vec<OpenCell>,
}

/// A table that has been opened.
#[derive(Debug, Default)]
pub(super) struct Grid {
    rows: Vec<OpenRow>,
    in_cell: bool,
    /// What was written between the rows.
    pub(super) stray: Vec<Block>,
    /// The words of its caption.
    pub(super) caption: Option<String>,
    /// How many bytes of its words stand in tables of its own.
    pub(super) nested: usize,
    /// How many bytes of words it holds.
    pub(super) words: usize,
}

/// A cell with so many paragraphs holds a text and no value, where it stands in the only row.
const MOST_IN_CELL: usize = 5;

impl Grid {
    /// Begins a row.
    pub(super) fn open_row(&mut self, line: u32) {
        self.in_cell = false;
        self.rows.push(OpenRow { line, cells: Vec::new() });
    }

    /// Begins a cell; without a row, one is begun.
    pub(super) fn open_cell(&mut self, line: u32, cell: OpenCell) {
        if self.rows.is_empty() {
            self.open_row(line);
        }
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(cell);
            self.in_cell = true;
        }
    }

    /// Whether a cell is open.
    pub(super) fn is_in_cell(&self) -> bool {
        self.in_cell
    }

    /// The cell that is open.
    pub(super) fn cell(&mut self) -> Option<&mut OpenCell> {
        if !self.in_cell {
            return None;
        }
        self.rows.last_mut()?.cells.last_mut()
    }

    /// Ends the cell.
    pub(super) fn close_cell(&mut self) {
        self.in_cell = false;
    }

    /// What the table is in the end: a table, or, where it only lays out the page, what stands in its cells.
    pub(super) fn finish(mut self) -> Vec<Block> {
        let mut blocks = std::mem::take(&mut self.stray);
        if self.is_layout() {
            blocks.extend(self.rows.into_iter().flat_map(|row| row.cells).flat_map(|cell| cell.blocks));
        } else if let Some(table) = self.into_table() {
            let first = blocks.iter().map(|block| block.anchor.line).fold(table.anchor.line, u32::min);
            for block in &mut blocks {
                // What was written between the rows stands before the table, as browsers show it.
                block.anchor.line = block.anchor.line.min(table.anchor.line);
                block.anchor.last_line = block.anchor.last_line.max(first);
            }
            blocks.push(table);
        }
        blocks
    }

    /// Whether the table lays out the page: it has one column, or most of its words stand in tables of its own.
    fn is_layout(&self) -> bool {
        let widest = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let rows_of_cells = || {
            self.rows
                .iter()
                .filter(|row| row.cells.iter().filter(|cell| !cell.blocks.is_empty()).nth(1).is_some())
                .count()
        };
        // One row that holds a whole text in a cell: a frame around the page.
        let is_frame = self.rows.len() == 1
            && self.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.blocks.len() >= MOST_IN_CELL);
        widest <= 1
            || is_frame
            || self.nested > 0 && (self.nested * 2 >= self.words || rows_of_cells() < FEWEST_ROWS_AROUND)
    }

    fn into_table(self) -> Option<Block> {
        let count = self.rows.len();
        let mut reaching = Reaching::default();
        let mut rows: Vec<TableRow> = Vec::with_capacity(count);
        for (at, row) in self.rows.into_iter().enumerate() {
            let mut cells = Vec::with_capacity(row.cells.len());
            reaching.begin(at);
            for cell in row.cells {
                let columns = cell.columns.clamp(1, MOST_COLUMNS);
                let left = count - at;
                let down = if cell.rows == 0 { left } else { cell.rows.min(left) };
                let column = reaching.place(columns, at + down);
                let paragraphs = cell.blocks.into_iter().flat_map(paragraphs_of).collect();
                cells.push(Cell { paragraphs, column, columns, rows: down, is_header: cell.is_header });
            }
            reaching.end();
            let lines = || cells.iter().flat_map(|cell| &cell.paragraphs).flat_map(|paragraph| &paragraph.runs);
            let line = lines().map(|run| run.line).next().unwrap_or(row.line);
            let last_line = lines().map(|run| run.line).max().unwrap_or(row.line).max(line);
            rows.push(TableRow { cells, line, last_line, page: None });
        }
        let line = rows.iter().map(|row| row.line).min()?;
        let last_line = rows.iter().map(|row| row.last_line).max()?;
        let has_words = rows.iter().flat_map(|row| &row.cells).any(|cell| !cell.paragraphs.is_empty());
        let anchor = Anchor { line, last_line, ..Anchor::default() };
        let content = BlockContent::Table(Table { rows, caption: self.caption });
        has_words.then_some(Block { anchor, content })
    }
}

/// Cells that reach down from rows above, as stretches of columns.
#[derive(Debug, Default)]
struct Reaching {
    /// First column, column behind the last, row behind the last; in the order of the columns.
    stretches: Vec<(usize, usize, usize)>,
    /// Those that begin in the row that is being placed.
    begun: Vec<(usize, usize, usize)>,
    row: usize,
    /// The next free column, and the next stretch that may stand in the way.
    column: usize,
    next: usize,
}

impl Reaching {
    fn begin(&mut self, row: usize) {
        self.stretches.retain(|(_, _, end)| *end > row);
        (self.row, self.column, self.next) = (row, 0, 0);
    }

    /// The first column of a cell that takes so many and ends before row `end`.
    fn place(&mut self, columns: usize, end: usize) -> usize {
        while let Some((_, behind, _)) = self.stretches.get(self.next).filter(|(first, ..)| *first <= self.column) {
            self.column = self.column.max(*behind);
            self.next += 1;
        }
        let column = self.column;
        self.column += columns;
        if end > self.row + 1 {
            // Neighbours of one height are one stretch, so that a flood of them costs no more than one.
            match self.begun.last_mut().filter(|(_, behind, height)| *behind == column && *height == end) {
                Some((_, behind, _)) => *behind = self.column,
                None => self.begun.push((column, self.column, end)),
            }
        }
        column
    }

    fn end(&mut self) {
        if self.begun.is_empty() {
            return;
        }
        self.stretches.append(&mut self.begun);
        self.stretches.sort_unstable();
        self.stretches.dedup_by(|later, earlier| {
            let joined = later.0 == earlier.1 && later.2 == earlier.2;
            if joined {
                earlier.1 = later.1;
            }
            joined
        });
    }
}

/// The paragraphs of what stands in a cell; a table gives those of its cells, row by row.
fn paragraphs_of(block: Block) -> Vec<Paragraph> {
    match block.content {
        BlockContent::Paragraph(paragraph) => vec![paragraph],
        BlockContent::Table(table) => {
            table.rows.into_iter().flat_map(|row| row.cells).flat_map(|cell| cell.paragraphs).collect()
        }
        _ => Vec::new(),
    }
}
