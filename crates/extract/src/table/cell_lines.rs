//! Which lines the words of a cell stand on.

use std::ops::Range;

use domain::tree::Cell;

/// The lines of the words of a cell, paragraphs parted by line feeds as in [`Cell::text`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct CellLines {
    /// First byte, line and page of each stretch of words, in order; never empty.
    stretches: Vec<(usize, u32, Option<u32>)>,
}

impl CellLines {
    /// Words on one line.
    pub(super) fn on(line: u32, page: Option<u32>) -> Self {
        Self { stretches: vec![(0, line, page)] }
    }

    /// The lines of a cell; `line` and `page` are those of its row, for a cell that stands nowhere.
    pub(super) fn of(cell: Option<&Cell>, line: u32, page: Option<u32>) -> Self {
        let mut stretches = Vec::new();
        let mut start = 0;
        for paragraph in cell.into_iter().flat_map(|cell| &cell.paragraphs) {
            stretches.extend(paragraph.runs.iter().map(|run| (start + run.start, run.line, run.page)));
            // Empty paragraphs in front are trimmed off the words.
            start += if start == 0 && paragraph.text.is_empty() { 0 } else { paragraph.text.len() + 1 };
        }
        if stretches.is_empty() { Self::on(line, page) } else { Self { stretches } }
    }

    /// The first line.
    pub(super) fn first(&self) -> u32 {
        self.stretches.first().map_or(0, |(_, line, _)| *line)
    }

    /// The lines of some bytes, each once.
    pub(super) fn lines(&self, bytes: Range<usize>) -> Vec<u32> {
        let from = self.at(bytes.start);
        let within = self.stretches.get(from..).unwrap_or_default().iter().enumerate();
        let within = within.take_while(|(at, (start, ..))| *at == 0 || *start < bytes.end);
        let mut lines: Vec<u32> = within.map(|(_, (_, line, _))| *line).collect();
        lines.dedup();
        lines
    }

    /// The page of a byte.
    pub(super) fn page(&self, byte: usize) -> Option<u32> {
        self.stretches.get(self.at(byte)).and_then(|(_, _, page)| *page)
    }

    fn at(&self, byte: usize) -> usize {
        self.stretches.partition_point(|(start, ..)| *start <= byte).saturating_sub(1)
    }
}
