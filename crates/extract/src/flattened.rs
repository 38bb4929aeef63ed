//! Tables that a PDF reader flattened column by column, put together again: from tree to tree, once the extents of the
//! documents are known, for the last row ends where its document does.
//!
//! A table is known by its captions ([`header`]). Its lines are cut into rows ([`segments`]), the widths of its columns are
//! learned from them ([`layout`]), and each row is put back into cells ([`row`], [`blocks`]) that keep their lines. What the cells
//! mean is told by those who read tables, as of any other.

mod blocks;
pub(crate) mod header;
mod layout;
mod row;
mod segments;
#[cfg(test)]
pub(crate) mod tests;

use std::ops::Range;

use domain::tree::{
    Anchor, Block, BlockContent, Cell, Paragraph, Piece, PieceContent, PieceList, Run, Table, TableRow,
};
use rayon::prelude::*;

use crate::flow::bytes_in;
use crate::rebuild::{Replacement, row_of_cells};
use crate::table::captions::Column;
use crate::table::cells::{Entry, closing_time, width};
use header::Header;
use layout::Layout;
use segments::{Segment, Segments};

/// The flattened tables of documents, each in the place of its pieces. `documents` are the extents of the documents.
pub(crate) fn tables(source: &PieceList<'_>, documents: Vec<&Range<usize>>) -> Vec<Replacement> {
    let of_document = |document: &Range<usize>| {
        let mut found = Vec::new();
        let lines = source.pieces.get(document.clone()).unwrap_or_default();
        // No flattened table reaches over a real one.
        let mut from = document.start;
        for stretch in lines.split(|line| matches!(line.content, PieceContent::Row { .. })) {
            find(stretch, from, &mut found);
            from += stretch.len() + 1;
        }
        found
    };
    documents.into_par_iter().flat_map_iter(of_document).collect()
}

/// Finds the tables among some lines, the first of which is the piece `from` of its tree.
fn find(lines: &[Piece<'_>], from: usize, found: &mut Vec<Replacement>) {
    let entries: Vec<Entry<'_>> = (from..)
        .zip(lines)
        .filter(|(_, line)| matches!(line.content, PieceContent::Text(_)))
        .map(|(index, line)| Entry { index, number: line.number, text: line.text() })
        .collect();
    let mut at = 0;
    while at < entries.len() {
        let Some((header, behind)) = Header::flattened(&entries, at) else {
            at += 1;
            continue;
        };
        let mut cut = segments::cut(&header, &entries, behind);
        if header.has(Column::Number) && !cut.rows.is_empty() {
            let layout = Layout::learn(&header, &cut.rows, &entries);
            trim_end(&mut cut, &layout, &entries);
            let builder = Builder { lines, from, entries: &entries, header: &header };
            found.extend(builder.build(&layout, at..behind, &cut));
        }
        at = cut.end;
    }
}

/// Lines behind the last row that are too wide for the table belong to what follows it.
fn trim_end(cut: &mut Segments<'_>, layout: &Layout, entries: &[Entry<'_>]) {
    let Some(row) = cut.rows.last_mut() else { return };
    let last_time = row.lines.iter().rposition(|at| entries.get(*at).is_some_and(|e| closing_time(e.text).is_some()));
    let behind = last_time.map_or(row.lines.len(), |at| at + 1);
    let foreign =
        |at: &usize| entries.get(*at).is_some_and(|e| width(e.text) > layout.measure + 8 || e.text.starts_with("抄送"));
    if let Some(offset) = row.lines.iter().skip(behind).position(foreign)
        && let Some(end) = row.lines.get(behind + offset)
    {
        cut.end = *end;
        row.lines.truncate(behind + offset);
    }
}

/// Makes the blocks that take the place of the lines of a table.
struct Builder<'b, 'a> {
    lines: &'b [Piece<'a>],
    /// The piece of the tree that the first of the lines is.
    from: usize,
    entries: &'b [Entry<'a>],
    header: &'b Header,
}

/// Rows of a table under construction, with the pieces each was made of.
#[derive(Default)]
struct Rows {
    rows: Vec<TableRow>,
    origins: Vec<Vec<usize>>,
}

impl Rows {
    fn push(&mut self, cells: Vec<Cell>, origin: Vec<usize>) {
        self.rows.push(row_of_cells(cells));
        self.origins.push(origin);
    }
}

impl<'a> Builder<'_, 'a> {
    /// The table, with what stands between its lines and is no part of it in front: repeated captions and page numbers, and
    /// lines that nothing is known of.
    fn build(&self, layout: &Layout, head: Range<usize>, cut: &Segments<'a>) -> Option<Replacement> {
        let piece = |at: usize| self.entries.get(at).map(|entry| entry.index);
        let (first, last) = (piece(head.start)?, piece(cut.end.checked_sub(1)?)?);
        let mut rows = Rows::default();
        rows.push(self.captions(head.clone()), head.filter_map(piece).collect());
        for segment in &cut.rows {
            segment.headings.iter().for_each(|lines| self.push_heading(&mut rows, lines));
            self.push_row(&mut rows, layout, segment);
        }
        cut.headings.iter().for_each(|lines| self.push_heading(&mut rows, lines));
        let mut made = Vec::new();
        let mut places = Vec::new();
        for (lines, is_furniture) in [(&cut.stray, false), (&cut.furniture, true)] {
            for index in lines.iter().copied().filter_map(piece) {
                let Some(line) = self.piece(index) else { continue };
                let content = match line.content {
                    PieceContent::Text(words) if !is_furniture => BlockContent::Paragraph(words.clone()),
                    _ => BlockContent::Furniture,
                };
                places.push((index, made.len()));
                made.push(Block { anchor: anchor(line, line), content });
            }
        }
        for (place, origin) in (made.len()..).zip(&rows.origins) {
            places.extend(origin.iter().map(|index| (*index, place)));
        }
        let anchor = anchor(self.piece(first)?, self.piece(last)?);
        made.push(Block { anchor, content: BlockContent::Table(Table { rows: rows.rows, caption: None }) });
        Some(Replacement { pieces: first..last + 1, made, places })
    }

    fn piece(&self, index: usize) -> Option<&Piece<'a>> {
        self.lines.get(index.checked_sub(self.from)?)
    }

    /// The captions, each from as many pieces of the lines as it is made of.
    fn captions(&self, head: Range<usize>) -> Vec<Cell> {
        let lines = self.entries.get(head).unwrap_or_default().iter();
        let mut pieces = lines.flat_map(|line| line.text.split_whitespace().map(|text| Entry { text, ..*line }));
        let caption = |(column, (_, caption)): (usize, &(Column, String))| {
            let mut words = row::Cell::default();
            while words.words.len() < caption.len()
                && let Some(piece) = pieces.next()
            {
                words.push(piece);
            }
            Cell { is_header: true, ..self.cell(column, [&words]) }
        };
        self.header.columns.iter().enumerate().map(caption).collect()
    }

    fn push_heading(&self, rows: &mut Rows, lines: &[usize]) {
        let lines = || lines.iter().filter_map(|at| self.entries.get(*at));
        let mut words = row::Cell::default();
        lines().for_each(|line| words.push(*line));
        let cell = Cell { columns: self.header.columns.len(), ..self.cell(0, [&words]) };
        rows.push(vec![cell], lines().map(|line| line.index).collect());
    }

    fn push_row(&self, rows: &mut Rows, layout: &Layout, segment: &Segment<'a>) {
        let row = row::read(self.header, layout, segment, self.entries);
        if row.parts.is_empty() {
            self.push_unread(rows, &row);
            return;
        }
        let columns = self.columns();
        for (at, part) in row.parts.iter().enumerate() {
            let mut cells: Vec<Cell> = Vec::new();
            let mut origin = Vec::new();
            let mut add = |column: Option<usize>, rows: usize, words: Vec<&row::Cell<'a>>| {
                origin.extend(words.iter().flat_map(|cell| &cell.lines).map(|(_, line)| line.index));
                if let Some(column) = column.filter(|_| words.iter().any(|cell| !cell.is_empty())) {
                    cells.push(Cell { rows, ..self.cell(column, words) });
                }
            };
            if at == 0 {
                let all = row.parts.len();
                add(columns.number, all, vec![&row.number]);
                add(columns.name, all, vec![&row.name]);
                add(columns.content, all, vec![&row.content]);
            }
            let clauses = part.clauses.iter().map(|clause| &clause.cell);
            add(columns.measures, 1, std::iter::once(&part.caption).chain(clauses).filter(|c| !c.is_empty()).collect());
            // Parts without units of their own share those of the next part that has some: the cell was merged.
            let above = at.checked_sub(1).and_then(|above| row.parts.get(above));
            let goes_on = above.is_some_and(row::Part::is_unowned);
            let further = row.parts.get(at..).unwrap_or_default().iter().take_while(|part| part.is_unowned()).count();
            if !goes_on && let Some(owner) = row.parts.get(at + further) {
                let single = columns.co_units.is_none();
                let co_units = if single { columns.lead } else { columns.co_units };
                add(columns.lead, further + 1, vec![&owner.lead]);
                add(co_units, further + 1, vec![&owner.co_units]);
                add(columns.time, further + 1, vec![&owner.time]);
            }
            cells.sort_by_key(|cell| cell.column);
            rows.push(cells, origin);
        }
    }

    /// A row of a table that orders nothing: its number, its name, and all else as one cell.
    fn push_unread(&self, rows: &mut Rows, row: &row::Row<'a>) {
        let columns = self.columns();
        let known = [(columns.number, &row.number), (columns.name, &row.name)];
        let filled = known.into_iter().filter(|(_, words)| !words.is_empty());
        let mut cells: Vec<Cell> = filled.filter_map(|(column, words)| Some(self.cell(column?, [words]))).collect();
        let from = columns.number.max(columns.name).map_or(0, |last| last + 1);
        let behind = self.header.columns.len().saturating_sub(from);
        if behind > 0 && !row.content.is_empty() {
            cells.push(Cell { columns: behind, ..self.cell(from, [&row.content]) });
        }
        cells.sort_by_key(|cell| cell.column);
        let words = [&row.number, &row.name, &row.content];
        rows.push(cells, words.into_iter().flat_map(|cell| &cell.lines).map(|(_, line)| line.index).collect());
    }

    fn columns(&self) -> Columns {
        let kinds = self.header.kinds();
        let place = |wanted: Column| kinds.iter().position(|kind| *kind == wanted);
        let (name, content, measures) = (place(Column::Name), place(Column::Content), place(Column::Measures));
        let mut units = blocks::unit_columns(self.header).into_iter().map(place);
        Columns {
            number: place(Column::Number),
            name: name.filter(|_| content.is_some() || measures.is_some()),
            content: content.filter(|_| measures.is_some()),
            measures: measures.or(content).or(name),
            lead: units.next().flatten(),
            co_units: units.next().flatten(),
            time: place(Column::Time),
        }
    }

    /// A cell of paragraphs that know their lines.
    fn cell<'c>(&self, column: usize, words: impl IntoIterator<Item = &'c row::Cell<'a>>) -> Cell
    where
        'a: 'c,
    {
        Cell::at(column, words.into_iter().map(|cell| self.paragraph(cell)).collect())
    }

    fn paragraph(&self, cell: &row::Cell<'a>) -> Paragraph {
        let runs = cell.lines.iter().flat_map(|(start, line)| {
            let runs = match self.piece(line.index).map(|piece| piece.content) {
                Some(PieceContent::Text(words)) => words.runs_of(bytes_in(&words.text, line.text)),
                _ => Vec::new(),
            };
            runs.into_iter().map(move |run| Run { start: start + run.start, ..run })
        });
        Paragraph { text: cell.words.clone(), runs: runs.collect(), is_whole: true, ..Paragraph::default() }
    }
}

/// The columns that the cells of a row stand in.
struct Columns {
    number: Option<usize>,
    name: Option<usize>,
    content: Option<usize>,
    measures: Option<usize>,
    lead: Option<usize>,
    co_units: Option<usize>,
    time: Option<usize>,
}

fn anchor(first: &Piece<'_>, last: &Piece<'_>) -> Anchor {
    Anchor { part: 0, page: first.page, line: first.number, last_line: last.last_line }
}
