//! The steps from the tree of a file to the tree that the rules read, in their order, and the way back for the roles.
//!
//! [`glued`] and [`rebuild`] see the whole file. Then [`split`] finds the documents, and [`flattened`] and [`unwrap`] see one
//! document at a time. A step says what it would replace; where that is nothing the tree stays as it is, and otherwise its other
//! blocks are moved, so that a text is held once.

use std::borrow::Cow;

use domain::LineRole;
use domain::tree::{DocumentTree, Piece, PieceList};
use rayon::prelude::*;

use crate::head::site::{self, Site, Told};
use crate::rebuild::{Places, Rebuilt, Replacement, replace};
use crate::{Document, Fingerprint, flattened, glued, rebuild, split, unwrap};

/// A tree as the rules read it.
pub(crate) struct Prepared<'t> {
    /// The tree after the last step.
    pub(crate) tree: Cow<'t, DocumentTree>,
    /// What a web page prints around its documents; `None` where a step has been taken since it was told.
    pub(crate) site: Option<Told>,
    /// The documents of the file.
    pub(crate) found: Vec<FoundDocument>,
    /// The steps that were taken.
    pub(crate) taken: Taken,
}

/// A document that was found, before it is read.
pub(crate) struct FoundDocument {
    /// Where it stands in the tree after the last step.
    pub(crate) extent: split::Extent,
    /// Its lines, its page and what it is recognised by: told by the lines as printed, whatever the steps make of them.
    pub(crate) document: Document,
}

impl FoundDocument {
    fn of(extent: split::Extent, source: &PieceList<'_>) -> Self {
        let lines = source.pieces.get(extent.lines.clone()).unwrap_or_default();
        let document = Document {
            first_line: lines.first().map_or(0, |line| line.number),
            last_line: lines.last().map_or(0, |line| line.number),
            page: lines.first().and_then(|line| line.page),
            fingerprint: Fingerprint::of(lines),
            ..Document::default()
        };
        Self { extent, document }
    }

    /// Its pieces in the tree after the last step.
    pub(crate) fn lines<'a>(&self, source: &'a PieceList<'a>) -> &'a [Piece<'a>] {
        source.pieces.get(self.extent.lines.clone()).unwrap_or_default()
    }
}

/// Steps that were taken, the first one first: where each put the pieces of the tree before it.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    parted: Option<glued::Places>,
    rebuilt: Vec<Places>,
}

impl Taken {
    /// The roles of the pieces of the first tree, from those of the last.
    pub(crate) fn roles_before(&self, roles: Vec<LineRole>) -> Vec<LineRole> {
        let roles = self.rebuilt.iter().rev().fold(roles, |roles, places| places.roles_before(&roles));
        match &self.parted {
            Some(places) => places.roles_before(&roles),
            None => roles,
        }
    }
}

/// Takes the steps.
pub(crate) fn prepare(tree: Cow<'_, DocumentTree>) -> Prepared<'_> {
    let mut taken = Taken::default();
    let tree = match glued::starts(&tree) {
        Some(starts) => {
            let parted = glued::part(&tree, starts);
            taken.parted = Some(parted.places);
            Cow::Owned(parted.tree)
        }
        None => tree,
    };
    let tables = rebuild::tables(&tree);
    let tree = step(tree, tables, &mut taken, &mut []);
    let (mut found, tables, rest) = {
        let source = tree.pieces();
        let site = site::read(&source);
        let extents = split::split(&source, &site).into_par_iter();
        let found: Vec<FoundDocument> = extents.map(|extent| FoundDocument::of(extent, &source)).collect();
        let tables = flattened::tables(&source, found.iter().map(|found| &found.extent.lines).collect());
        let rest = tables.is_empty().then(|| wrapped(&source, site, &found));
        (found, tables, rest)
    };
    let tree = step(tree, tables, &mut taken, &mut found);
    let (told, paragraphs) = rest.unwrap_or_else(|| {
        let source = tree.pieces();
        let site = site::read(&source);
        wrapped(&source, site, &found)
    });
    let site = paragraphs.is_empty().then_some(told);
    let tree = step(tree, paragraphs, &mut taken, &mut found);
    Prepared { tree, site, found, taken }
}

/// The paragraphs to be made of wrapped lines, and what was told of the page.
fn wrapped(source: &PieceList<'_>, site: Site<'_>, found: &[FoundDocument]) -> (Told, Vec<Replacement>) {
    let texts = found.iter().map(|found| found.extent.text()).collect();
    let paragraphs = unwrap::paragraphs(source, &site, texts);
    (site.told, paragraphs)
}

/// The tree with some pieces replaced; the documents go with them.
fn step<'t>(
    tree: Cow<'t, DocumentTree>,
    replacements: Vec<Replacement>,
    taken: &mut Taken,
    found: &mut [FoundDocument],
) -> Cow<'t, DocumentTree> {
    if replacements.is_empty() {
        return tree;
    }
    let Rebuilt { tree, places } = replace(tree, replacements);
    found.iter_mut().for_each(|found| found.extent.follow(&places));
    taken.rebuilt.push(places);
    Cow::Owned(tree)
}
