//! Tables that arrive as text, put together again: from tree to tree, before any rule looks.
//!
//! Each shape has a file of its own: [`cell_lines`] one cell a line, with or without a bar behind it; [`bar_rows`] bars on lines of
//! their own ([`bar_lines`]) that say where rows begin;
//! [`spaced`] cells on one line with blanks between them; [`run_on`] all cells of a table in one text; [`records`] one labelled
//! field a line. A table is
//! recognised by evidence: captions known by their parts, ordinals that count on, cells that look alike below each other.

mod atoms;
mod bar_lines;
mod bar_rows;
mod cell_lines;
mod fitting;
mod records;
mod run_on;
mod spaced;

use std::ops::Range;

use domain::LineRole;
use domain::tree::{Anchor, Block, BlockContent, Cell, DocumentTree, Paragraph, PieceContent, Table, TableRow};

use atoms::Atom;

/// A tree with its tables rebuilt, and where its pieces stood in the tree before.
#[derive(Debug)]
pub(crate) struct Rebuilt {
    /// The tree the rules read.
    pub(crate) tree: DocumentTree,
    /// For each piece of the tree, the pieces it took the place of.
    origins: Vec<Range<usize>>,
}

/// A table found among the blocks of a tree.
#[derive(Debug)]
struct Found {
    /// The blocks it takes.
    blocks: Range<usize>,
    /// Its rows, each with the block it begins at.
    rows: Vec<(usize, TableRow)>,
}

/// Finds the table of one shape that begins at an atom, and the atom behind it.
type Shape = fn(&[Atom<'_>], usize) -> Option<(Found, usize)>;

/// The shapes, in the order they are tried.
const SHAPES: [Shape; 5] = [bar_rows::find, cell_lines::find, spaced::find, run_on::find, records::find];

/// Rebuilds the tables of a tree; `None` where it has none to rebuild.
pub(crate) fn rebuild(tree: &DocumentTree) -> Option<Rebuilt> {
    let atoms = atoms::of(tree);
    let mut found = Vec::new();
    let mut at = 0;
    while at < atoms.len() {
        match SHAPES.iter().find_map(|find| find(&atoms, at)) {
            Some((table, behind)) => {
                found.push(table);
                at = behind.max(at + 1);
            }
            None => at += 1,
        }
    }
    (!found.is_empty()).then(|| replace(tree, found))
}

impl Rebuilt {
    /// The roles of the pieces of the tree before, from those of the rebuilt one.
    pub(crate) fn roles_before(&self, before: &DocumentTree, roles: &[LineRole]) -> Vec<LineRole> {
        let pieces = before.pieces().pieces;
        let mut all = vec![LineRole::NotUnderstood; pieces.len()];
        for (origin, role) in self.origins.iter().zip(roles) {
            for index in origin.clone() {
                let own = match pieces.get(index).map(|piece| piece.content) {
                    _ if origin.len() == 1 => *role,
                    Some(PieceContent::Blank) => LineRole::Blank,
                    Some(PieceContent::Text(_) | PieceContent::Row { .. }) => *role,
                    _ => LineRole::Furniture,
                };
                if let Some(slot) = all.get_mut(index) {
                    *slot = own;
                }
            }
        }
        all
    }
}

/// The tree with tables in the place of the blocks they were found in.
fn replace(tree: &DocumentTree, found: Vec<Found>) -> Rebuilt {
    let mut first_pieces = Vec::with_capacity(tree.blocks.len() + 1);
    let mut pieces = 0;
    for block in &tree.blocks {
        first_pieces.push(pieces);
        pieces += piece_count(block);
    }
    first_pieces.push(pieces);
    let first_piece = |block: usize| first_pieces.get(block).copied().unwrap_or(pieces);
    let mut blocks = Vec::with_capacity(tree.blocks.len());
    let mut origins = Vec::with_capacity(pieces);
    let mut next = 0;
    let keep = |range: Range<usize>, blocks: &mut Vec<Block>, origins: &mut Vec<Range<usize>>| {
        blocks.extend(tree.blocks.get(range.clone()).unwrap_or_default().iter().cloned());
        origins.extend((first_piece(range.start)..first_piece(range.end)).map(|piece| piece..piece + 1));
    };
    for Found { blocks: taken, rows } in found {
        keep(next..taken.start, &mut blocks, &mut origins);
        next = taken.end;
        let begins = rows.iter().map(|(block, _)| *block);
        let ends = begins.clone().skip(1).chain([taken.end]);
        origins.extend(begins.zip(ends).map(|(begin, end)| first_piece(begin)..first_piece(end)));
        let lines = tree.blocks.get(taken).unwrap_or_default();
        let first = lines.first().map(|block| block.anchor).unwrap_or_default();
        let last_line = lines.last().map_or(first.line, |block| block.anchor.last_line);
        let table = Table { rows: rows.into_iter().map(|(_, row)| row).collect(), caption: None };
        blocks.push(Block { anchor: Anchor { last_line, ..first }, content: BlockContent::Table(table) });
    }
    keep(next..tree.blocks.len(), &mut blocks, &mut origins);
    Rebuilt { tree: DocumentTree { blocks, front_matter: tree.front_matter.clone() }, origins }
}

fn piece_count(block: &Block) -> usize {
    match &block.content {
        BlockContent::Table(table) => table.rows.len(),
        _ => 1,
    }
}

/// A row of cells, each made of atoms.
fn row_of(cells: Vec<(usize, Vec<&Atom<'_>>)>) -> TableRow {
    let cell = |(column, atoms): (usize, Vec<&Atom<'_>>)| {
        Cell::at(column, atoms.into_iter().flat_map(|atom| atom.paragraphs.iter().cloned()).collect())
    };
    row_of_cells(cells.into_iter().map(cell).collect())
}

/// A row of cells, with the lines and the page they stand on.
fn row_of_cells(cells: Vec<Cell>) -> TableRow {
    let paragraphs = || cells.iter().flat_map(|cell| &cell.paragraphs);
    let lines = || paragraphs().flat_map(|paragraph: &Paragraph| &paragraph.runs);
    let line = lines().map(|run| run.line).min().unwrap_or(0);
    let last_line = lines().map(|run| run.line).max().unwrap_or(line);
    let page = lines().next().and_then(|run| run.page);
    TableRow { cells, line, last_line, page }
}

#[cfg(test)]
mod tests;
