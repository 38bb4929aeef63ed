//! Where in its row a field was read: the same words may stand in two cells, as the office that leads and the one that reports.

use domain::tree::{Cell as TableCell, Paragraph, SourceRange};

use super::super::captions::Column;
use super::super::clauses::clauses;
use super::super::rows::{Clause, opening};
use super::RowCells;

impl<'a> RowCells<'a> {
    /// The clauses of the text, each with its place in the cell.
    pub(super) fn clauses(&self) -> Vec<Clause> {
        let mut found = clauses(&self.text(), &self.place(Column::Measures));
        let paragraphs = self.only_cell(Column::Measures).map(|cell| cell.paragraphs.as_slice()).unwrap_or_default();
        let (mut paragraph, mut from) = (0, 0);
        for clause in &mut found {
            let opening = opening(&clause.cell.words);
            let here = |at: usize, from: usize| {
                let text = &paragraphs.get(at)?.text;
                Some((at, from + text.get(from..)?.find(&opening)?))
            };
            let next = here(paragraph, from).or_else(|| (paragraph + 1..paragraphs.len()).find_map(|at| here(at, 0)));
            let Some((at, start)) = next.filter(|_| !opening.is_empty()) else { continue };
            (paragraph, from) = (at, start + opening.len());
            clause.cell.place = paragraphs.get(at).and_then(|one| one.source_of(start..from));
        }
        found
    }

    /// The one cell with words in the columns of a kind.
    fn only_cell(&self, kind: Column) -> Option<&'a TableCell> {
        let columns = self.columns.iter().zip(&self.words).zip(&self.cells);
        let mut filled = columns.filter(|((one, words), _)| one.column == kind && !words.is_empty());
        let (_, cell) = filled.next()?;
        cell.filter(|_| filled.next().is_none())
    }

    /// Where the cell stands in which the words of the first of some kinds that has any were read.
    pub(super) fn source_under(&self, kinds: &[Column]) -> Option<SourceRange> {
        let filled = |kind: &&Column| self.under(**kind).any(|words| !words.is_empty());
        let cell = self.only_cell(*kinds.iter().find(filled)?)?;
        let of = |paragraph: &Paragraph| {
            let start = paragraph.text.len() - paragraph.text.trim_start().len();
            paragraph.source_of(start..paragraph.text.trim_end().len().max(start))
        };
        let mut filled = cell.paragraphs.iter().filter(|paragraph| !paragraph.text.trim().is_empty());
        let first = of(filled.next()?)?;
        let last = filled.next_back().map_or_else(|| Some(first.clone()), of)?;
        let characters = first.characters.start..last.characters.end;
        Some(SourceRange { line: first.line, last_line: last.last_line, characters })
    }
}
