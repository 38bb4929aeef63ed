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
pub(crate) mod run_on;
mod spaced;

use std::borrow::Cow;
use std::ops::Range;

use domain::LineRole;
use domain::tree::{Anchor, Block, BlockContent, Cell, DocumentTree, Paragraph, Piece, PieceContent, Table, TableRow};

use atoms::Atom;

/// A tree with some of its pieces made anew.
#[derive(Debug)]
pub(crate) struct Rebuilt {
    /// The tree the rules read.
    pub(crate) tree: DocumentTree,
    /// Where the pieces of the tree before went.
    pub(crate) places: Places,
}

/// Where the pieces of a tree went when some of them were made anew.
#[derive(Debug)]
pub(crate) struct Places {
    /// For each piece, the first and the last piece it went into.
    ranges: Vec<(usize, usize)>,
    /// What each piece was.
    kinds: Vec<PieceKind>,
}

/// What a piece was, as far as the account asks.
#[derive(Debug, Clone, Copy)]
enum PieceKind {
    Words,
    Blank,
    WithoutWords,
}

impl PieceKind {
    fn of(piece: &Piece<'_>) -> Self {
        match piece.content {
            PieceContent::Text(_) | PieceContent::Row { .. } => Self::Words,
            PieceContent::Blank => Self::Blank,
            PieceContent::PageBreak | PieceContent::FrontMatter | PieceContent::Furniture => Self::WithoutWords,
        }
    }
}

/// What takes the place of some pieces.
#[derive(Debug)]
pub(crate) struct Replacement {
    /// The pieces that are replaced; whole blocks.
    pub(crate) pieces: Range<usize>,
    /// The blocks instead of them.
    pub(crate) made: Vec<Block>,
    /// Pieces of the tree before with the piece each went into, counted from the first that is made; a line that is parted
    /// went into several. Others go with the piece before them.
    pub(crate) places: Vec<(usize, usize)>,
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

/// The tables of a tree that arrived as text, each in the place of its pieces.
pub(crate) fn tables(tree: &DocumentTree) -> Vec<Replacement> {
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
    if found.is_empty() { Vec::new() } else { replacements(tree, found) }
}

impl Places {
    /// The roles of the pieces of the tree before, from those of the rebuilt one.
    pub(crate) fn roles_before(&self, roles: &[LineRole]) -> Vec<LineRole> {
        let mut made_of = vec![0_usize; roles.len()];
        for (first, last) in &self.ranges {
            made_of.iter_mut().take(last + 1).skip(*first).for_each(|count| *count += 1);
        }
        let role = |(kind, (first, last)): (&PieceKind, &(usize, usize))| {
            // Of a line that went into several pieces the account says that it is of a measure, where it is.
            let all = roles.get(*first..last + 1).unwrap_or_default();
            let role = all.iter().find(|role| **role == LineRole::Measure).or(all.last());
            let role = role.copied().unwrap_or(LineRole::NotUnderstood);
            match kind {
                _ if made_of.get(*last) == Some(&1) => role,
                PieceKind::Blank => LineRole::Blank,
                PieceKind::Words => role,
                PieceKind::WithoutWords => LineRole::Furniture,
            }
        };
        self.kinds.iter().zip(&self.ranges).map(role).collect()
    }

    /// Where some pieces of the tree before stand now.
    pub(crate) fn range_of(&self, before: Range<usize>) -> Range<usize> {
        let places = self.ranges.get(before.clone()).unwrap_or_default();
        match (places.iter().map(|(first, _)| first).min(), places.iter().map(|(_, last)| last).max()) {
            (Some(first), Some(last)) => *first..last + 1,
            _ => {
                let at = before.start.checked_sub(1).and_then(|at| self.ranges.get(at)).map_or(0, |(_, last)| last + 1);
                at..at
            }
        }
    }
}

/// The tree with some of its pieces replaced, in order. The other blocks are moved where the tree is not borrowed.
pub(crate) fn replace(tree: Cow<'_, DocumentTree>, replacements: Vec<Replacement>) -> Rebuilt {
    let kinds = tree.pieces().pieces.iter().map(PieceKind::of).collect();
    let mut blocks = Vec::with_capacity(tree.blocks.len());
    let mut places = Vec::with_capacity(tree.blocks.len());
    let mut replacements = replacements.into_iter().peekable();
    // How many pieces the blocks before have, in the tree before and in the new one.
    let (mut old, mut new) = (0, 0);
    let mut behind = 0;
    let (before, front_matter): (Box<dyn Iterator<Item = Cow<'_, Block>>>, _) = match tree {
        Cow::Borrowed(tree) => (Box::new(tree.blocks.iter().map(Cow::Borrowed)), tree.front_matter.clone()),
        Cow::Owned(tree) => (Box::new(tree.blocks.into_iter().map(Cow::Owned)), tree.front_matter),
    };
    for block in before {
        let count = piece_count(&block);
        if let Some(Replacement { pieces, made, places: moved }) = replacements.next_if(|next| next.pieces.start <= old)
        {
            behind = pieces.end;
            let first = places.len();
            places.resize(behind.max(first), (usize::MAX, usize::MAX));
            for (piece, place) in moved {
                let place = new + place;
                if let Some((first, last)) = places.get_mut(piece) {
                    (*first, *last) =
                        if *first == usize::MAX { (place, place) } else { (place.min(*first), place.max(*last)) };
                }
            }
            let mut place = new;
            for (first, last) in places.iter_mut().skip(first) {
                if *first == usize::MAX {
                    (*first, *last) = (place, place);
                }
                place = *last;
            }
            new += made.iter().map(piece_count).sum::<usize>();
            let part = block.anchor.part;
            blocks.extend(made.into_iter().map(|block| Block { anchor: Anchor { part, ..block.anchor }, ..block }));
        }
        if old >= behind {
            blocks.push(block.into_owned());
            places.extend((new..new + count).map(|place| (place, place)));
            new += count;
        }
        old += count;
    }
    Rebuilt { tree: DocumentTree { blocks, front_matter }, places: Places { ranges: places, kinds } }
}

/// The tables in the place of the blocks they were found in.
fn replacements(tree: &DocumentTree, found: Vec<Found>) -> Vec<Replacement> {
    let mut first_pieces = Vec::with_capacity(tree.blocks.len() + 1);
    let mut pieces = 0;
    for block in &tree.blocks {
        first_pieces.push(pieces);
        pieces += piece_count(block);
    }
    first_pieces.push(pieces);
    let first_piece = |block: usize| first_pieces.get(block).copied().unwrap_or(pieces);
    let made = |Found { blocks: taken, rows }: Found| {
        let pieces = first_piece(taken.start)..first_piece(taken.end);
        // Of rows that begin at the same block the last one has its pieces.
        let places = rows.iter().enumerate().map(|(row, (block, _))| (first_piece(*block), row)).collect();
        let lines = tree.blocks.get(taken).unwrap_or_default();
        let first = lines.first().map(|block| block.anchor).unwrap_or_default();
        let last_line = lines.last().map_or(first.line, |block| block.anchor.last_line);
        let table = Table { rows: rows.into_iter().map(|(_, row)| row).collect(), caption: None };
        let made = vec![Block { anchor: Anchor { last_line, ..first }, content: BlockContent::Table(table) }];
        Replacement { pieces, made, places }
    };
    found.into_iter().map(made).collect()
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
pub(crate) fn row_of_cells(cells: Vec<Cell>) -> TableRow {
    let paragraphs = || cells.iter().flat_map(|cell| &cell.paragraphs);
    let lines = || paragraphs().flat_map(|paragraph: &Paragraph| &paragraph.runs);
    let line = lines().map(|run| run.line).min().unwrap_or(0);
    let last_line = lines().map(|run| run.line).max().unwrap_or(line);
    let page = lines().next().and_then(|run| run.page);
    TableRow { cells, line, last_line, page }
}

#[cfg(test)]
mod tests;
