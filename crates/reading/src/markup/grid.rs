//! A table of a page in the making: rows and cells, merged cells repeated, layout tables dissolved.

use super::blocks::Block;

/// A merged cell spans at most so many columns or rows.
const MOST_SPAN: usize = 200;
/// So many bytes of merged cells are repeated in one table; beyond them repetitions stay empty.
const MOST_REPEATED: usize = 1_000_000;

/// A cell with what stands in it.
#[derive(Debug, Default)]
pub(super) struct Cell {
    pub(super) blocks: Vec<Block>,
    pub(super) columns: usize,
    pub(super) rows: usize,
}

/// A row of a table.
#[derive(Debug, Default)]
struct Row {
    line: u32,
    cells: Vec<Cell>,
}

/// A table that has been opened.
#[derive(Debug, Default)]
pub(super) struct Grid {
    rows: Vec<Row>,
    in_cell: bool,
    /// Whether it holds a table of its own: then it only lays the page out.
    pub(super) holds_table: bool,
}

impl Grid {
    /// Begins a row.
    pub(super) fn open_row(&mut self, line: u32) {
        self.in_cell = false;
        self.rows.push(Row { line, cells: Vec::new() });
    }

    /// Begins a cell; without a row, one is begun.
    pub(super) fn open_cell(&mut self, line: u32) {
        if self.rows.is_empty() {
            self.open_row(line);
        }
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(Cell { blocks: Vec::new(), columns: 1, rows: 1 });
            self.in_cell = true;
        }
    }

    /// The cell that is open.
    pub(super) fn cell(&mut self) -> Option<&mut Cell> {
        if !self.in_cell {
            return None;
        }
        self.rows.last_mut()?.cells.last_mut()
    }

    /// Ends the cell.
    pub(super) fn close_cell(&mut self) {
        self.in_cell = false;
    }

    /// What the table is in the end: its rows, or, where it only lays out the page, what stands in its cells.
    pub(super) fn finish(self, table: &mut u32) -> Vec<Block> {
        let widest = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        if self.holds_table || widest <= 1 {
            return self.rows.into_iter().flat_map(|row| row.cells).flat_map(|cell| cell.blocks).collect();
        }
        let number = *table;
        *table += 1;
        self.into_rows(number)
    }

    /// The rows with merged cells repeated.
    fn into_rows(self, table: u32) -> Vec<Block> {
        let mut blocks = Vec::with_capacity(self.rows.len());
        let mut budget = MOST_REPEATED;
        // For each column, the words of a cell that reaches down from above and how many rows it still takes.
        let mut reaching: Vec<Option<(String, usize)>> = Vec::new();
        for row in self.rows {
            let mut cells = Vec::new();
            let mut line = row.line;
            let mut given = row.cells.into_iter().peekable();
            while given.peek().is_some()
                || reaching.get(cells.len()..).is_some_and(|rest| rest.iter().any(Option::is_some))
            {
                if let Some((words, left)) = reaching.get_mut(cells.len()).and_then(Option::take) {
                    if left > 1
                        && let Some(slot) = reaching.get_mut(cells.len())
                    {
                        *slot = Some((words.clone(), left - 1));
                    }
                    cells.push(repeated(&words, &mut budget));
                    continue;
                }
                let Some(cell) = given.next() else {
                    cells.push(String::new());
                    continue;
                };
                let first = cell.blocks.first().map(Block::line);
                if cells.iter().all(String::is_empty) {
                    line = first.unwrap_or(line);
                }
                let words = cell_words(cell.blocks);
                for column in 0..cell.columns.clamp(1, MOST_SPAN) {
                    if cell.rows > 1 {
                        reaching.resize(reaching.len().max(cells.len() + 1), None);
                        if let Some(slot) = reaching.get_mut(cells.len()) {
                            *slot = Some((words.clone(), cell.rows.min(MOST_SPAN) - 1));
                        }
                    }
                    cells.push(if column == 0 { words.clone() } else { repeated(&words, &mut budget) });
                    if budget == 0 {
                        break;
                    }
                }
            }
            if cells.iter().any(|cell| !cell.is_empty()) {
                blocks.push(Block::Row { line, table, cells });
            }
        }
        blocks
    }
}

/// The words of a merged cell once more, as long as the budget lasts.
fn repeated(words: &str, budget: &mut usize) -> String {
    let cost = words.len() + 8;
    if *budget < cost {
        *budget = 0;
        return String::new();
    }
    *budget -= cost;
    words.to_owned()
}

/// The paragraphs of a cell, one a line.
fn cell_words(blocks: Vec<Block>) -> String {
    let mut words = String::new();
    for block in blocks {
        if let Block::Text { text, .. } = block {
            if !words.is_empty() {
                words.push('\n');
            }
            words.push_str(&text);
        }
    }
    words
}
