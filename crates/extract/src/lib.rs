//! A document tree to notices, measures and doubts.
//!
//! Pure: the same tree gives the same answer. Bad text is never an error; what cannot be made out is left in the
//! account as not understood, and what a rule is unsure of becomes a doubt for a person.

// First, for its macro.
#[macro_use]
mod rules;

mod anchors;
mod body_and_table;
mod bracket_shapes;
mod card;
mod characters;
mod closing;
pub mod deadline;
mod doubts;
mod fingerprint;
mod flattened;
mod flow;
mod glued;
mod head;
pub mod hollow;
mod indicator;
mod letters;
mod lexicon;
mod loss;
pub mod numerals;
mod ordering;
mod outline;
mod prose;
mod rebuild;
mod split;
mod steps;
mod table;
pub mod units;
mod unwrap;
pub mod versions;

use std::borrow::Cow;
use std::ops::Range;

use domain::tree::{DocumentTree, Piece, PieceContent, PieceList};
use domain::{BackgroundReason, Claim, Doubt, Field, Indicator, LineRole, Measure, NoticeFacts, NoticeKind};
use rayon::prelude::*;

use crate::deadline::DeadlineContext;

use crate::head::Head;
use crate::head::region::HEAD_REGION_OF_NEIGHBOURS;
use crate::head::site::{Site, Told};
use crate::head::undated;
use crate::steps::FoundDocument;
pub use closing::{Demanded, closing_questions};
pub use fingerprint::Fingerprint;
pub use loss::FEW_MEASURES;
pub use ordering::why::why_nothing_is_ordered;
pub use rules::{Rule, all_rules, chance_of_doubt, rule_words};
pub use versions::is_other_edition;

/// The version of reading. It is kept with every file read, so that files read by an older one can be named and read again.
///
/// Raise it once between two releases: with the first change after a release that makes any text read otherwise (other
/// documents, measures, fields or doubts, be it here or in `reading`), which is the change that alters an expectation in
/// tests/golden or in a spec. A change that only makes reading faster or the code plainer does not raise it.
pub const READER_VERSION: u32 = 3;

/// What was found in one source file.
#[derive(Debug, Clone, Default)]
pub struct Extraction {
    /// The documents, in the order of the file.
    pub documents: Vec<Document>,
    /// What each of the [pieces](DocumentTree::pieces) of the tree was read as, one for one.
    pub roles: Vec<LineRole>,
}

/// One notice found in a source file.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// First line in the source file, counted from 1.
    pub first_line: u32,
    /// Last line in the source file.
    pub last_line: u32,
    /// Printed page of the first line.
    pub page: Option<u32>,
    /// What the notice says of itself.
    pub facts: NoticeFacts,
    /// Its measures, in order. Empty for a duplicate.
    pub measures: Vec<Measure>,
    /// Figures that the notice sets in a table of its own; those of a measure stand with the measure.
    pub indicators: Vec<Indicator>,
    /// Counts the notice states of itself beside the counts found.
    pub claims: Vec<Claim>,
    /// What a person should look at in the notice itself.
    pub doubts: Vec<Doubt>,
    /// Index in [`Extraction::documents`] of the earlier document that this one repeats.
    pub duplicate_of: Option<usize>,
    /// What the text is recognised by, whatever its wrapping.
    pub fingerprint: Fingerprint,
}

/// Reads the documents of a source file.
pub fn extract(tree: &DocumentTree) -> Extraction {
    let read = characters::for_reading(tree);
    let steps::Prepared { tree: prepared, site, found, taken } = steps::prepare(Cow::Borrowed(&read));
    let Extraction { mut documents, roles } = extract_prepared(&prepared.pieces(), site, found);
    if let Cow::Owned(read) = &read {
        characters::keep_as_printed(&mut documents, tree, read);
    }
    Extraction { documents, roles: taken.roles_before(roles) }
}

/// A tree as the rules read it: its characters made alike, the tables rebuilt that arrived as text, and wrapped lines put together.
pub fn as_read(tree: &DocumentTree) -> Cow<'_, DocumentTree> {
    steps::prepare(characters::for_reading(tree)).tree
}

/// Reads the documents of a tree whose tables are tables and whose paragraphs are whole, several at a time.
fn extract_prepared(source: &PieceList<'_>, told: Option<Told>, found: Vec<FoundDocument>) -> Extraction {
    let site = match told {
        Some(told) => Site::of(source, told),
        None => head::site::read(source),
    };
    let heads: Vec<Head> =
        found.par_iter().map(|one| head::read(one.lines(source), &one.extent, source, &site)).collect();
    let mut documents = with_heads(source, found, heads);
    documents.par_iter_mut().for_each(Unread::read_body);
    let mut roles = vec![LineRole::NotUnderstood; source.pieces.len()];
    let mut between = 0;
    for document in &documents {
        let span = document.span.clone();
        mark_between_documents(source, between..span.start, &mut roles);
        between = span.end.max(between);
        for (role, found) in roles.iter_mut().skip(span.start).zip(&document.roles) {
            *role = *found;
        }
    }
    mark_between_documents(source, between..source.pieces.len(), &mut roles);
    let (mut documents, places): (Vec<Document>, Vec<_>) =
        documents.into_iter().map(|read| (read.document, read.place)).unzip();
    settle_regions(&mut documents, &places);
    anchors::fill(&mut documents, source);
    Extraction { documents, roles }
}

/// A document whose head is read, before its body is.
struct Unread<'a> {
    /// Its pieces in the tree.
    span: Range<usize>,
    lines: &'a [Piece<'a>],
    /// The line at which the title of the plan is printed again.
    plan_at: Option<usize>,
    /// Whether its units belong to a region, and whether it speaks for its province.
    place: (bool, bool),
    document: Document,
    /// What each of its lines was read as so far.
    roles: Vec<LineRole>,
}

impl Unread<'_> {
    fn read_body(&mut self) {
        let Self { lines, plan_at, document, roles, .. } = self;
        if document.duplicate_of.is_none() {
            return read_body(lines, *plan_at, document, roles);
        }
        // Every line has its role in the account, those of a repeated text too; its measures are those of the first.
        let mut again = Document { facts: document.facts.clone(), ..Document::default() };
        read_body(lines, *plan_at, &mut again, roles);
        document.facts.kind = again.facts.kind;
    }
}

/// The documents with what their heads say, each told whether it repeats an earlier one.
fn with_heads<'a>(source: &'a PieceList<'a>, found: Vec<FoundDocument>, heads: Vec<Head>) -> Vec<Unread<'a>> {
    let mut documents: Vec<Unread<'a>> = Vec::with_capacity(found.len());
    let mut index = fingerprint::Index::default();
    for (found, head) in found.into_iter().zip(heads) {
        let lines = found.lines(source);
        let FoundDocument { extent, mut document } = found;
        document.duplicate_of = (index.candidates(&document.fingerprint).into_iter()).find(|place| {
            documents.get(*place).map(|earlier| &earlier.document).is_some_and(|earlier| {
                earlier.fingerprint.repeats(&document.fingerprint)
                    && !document.fingerprint.is_fuller_than(&earlier.fingerprint)
                    && !is_other_edition(&earlier.facts.title, &head.facts.title)
            })
        });
        if document.duplicate_of.is_some() {
            index.pass_over();
        } else {
            index.add(&document.fingerprint);
        }
        (document.facts, document.doubts) = (head.facts, head.doubts);
        let place = (head.has_region, head.speaks_as_province);
        documents.push(Unread { span: extent.lines, lines, plan_at: head.plan_at, place, document, roles: head.roles });
    }
    documents
}

/// Gives documents that name no place the region that most documents of the file share, or its province when they
/// speak for one. `places` says of each whether its units belong to a region, and whether it speaks for its province.
fn settle_regions(documents: &mut [Document], places: &[(bool, bool)]) {
    let known = documents.iter().filter_map(|document| document.facts.region.as_deref());
    let shared = head::region::of_neighbours(known).map(str::to_owned);
    for (document, (has_region, as_province)) in documents.iter_mut().zip(places) {
        if document.facts.region.is_none()
            && *has_region
            && let Some(shared) = &shared
        {
            let region = if *as_province { head::region::province(shared) } else { shared };
            document.doubts.push(Doubt::new(
                Field::Region,
                HEAD_REGION_OF_NEIGHBOURS,
                document.facts.title.clone(),
                format!("正文没有写明地区，按同一文件中其他文件的地区记为{region}"),
            ));
            document.facts.region = Some(region.to_owned());
        }
        head::name_region_in_inferred_title(&mut document.facts);
    }
}

/// Marks lines that belong to no document.
fn mark_between_documents(source: &PieceList<'_>, lines: Range<usize>, roles: &mut [LineRole]) {
    let pieces = source.pieces.get(lines.clone()).unwrap_or_default();
    for (role, piece) in roles.iter_mut().skip(lines.start).zip(pieces) {
        *role = role_between_documents(piece);
    }
}

/// What a line is that belongs to no document: a blank, a page mark or the name of a chapter, which is no sentence.
fn role_between_documents(line: &Piece<'_>) -> LineRole {
    const LONGEST_NAME: usize = 60;
    match line.content {
        PieceContent::Blank => LineRole::Blank,
        PieceContent::PageBreak | PieceContent::FrontMatter | PieceContent::Furniture => LineRole::Furniture,
        PieceContent::Text(_) | PieceContent::Row { .. } => {
            let text = line.text();
            let is_name = !text.contains('。') && text.chars().count() <= LONGEST_NAME;
            if is_name { LineRole::Heading } else { LineRole::NotUnderstood }
        }
    }
}

/// Reads the measures of one document: its tables first, then the prose between them.
fn read_body(lines: &[Piece<'_>], plan_at: Option<usize>, document: &mut Document, roles: &mut [LineRole]) {
    if let Some(tasks) = card::read(lines, &document.facts, roles) {
        document.facts.kind = NoticeKind::Card;
        document.measures = tasks;
        prose::mark_lines_without_words(lines, roles);
        return;
    }
    undated::take_day_of_meeting(&mut document.facts, &mut document.doubts, lines);
    let mut tables = table::read(lines, &document.facts, roles);
    let tables_order = tables.measures.iter().any(|measure| !measure.units.leads.is_empty());
    let tables_show = ordering::Tables { order: tables_order, progress: ordering::report::cells_of_progress(lines) };
    let judgement = ordering::judge(&document.facts, lines.iter().map(Piece::text), tables_show);
    document.facts.kind = judgement.kind;
    document.doubts.extend(judgement.doubt);
    // Minutes without a title are known as such only now.
    undated::take_day_of_meeting(&mut document.facts, &mut document.doubts, lines);
    document.doubts.extend(undated::doubt_of_year(&document.facts));
    if document.facts.kind.orders_nothing() {
        tables.measures.clear();
        let nothing = LineRole::Background(BackgroundReason::Kind);
        roles.iter_mut().filter(|role| **role == LineRole::Measure).for_each(|role| *role = nothing);
    }
    let prose = prose::read(lines, &document.facts, plan_at, &tables.extents, roles);
    document.measures = prose.measures;
    document.measures.extend(tables.measures);
    document.measures.sort_by_key(|measure| measure.line);
    body_and_table::join(&mut document.measures);
    let context = DeadlineContext::of(&document.facts);
    deadline::supply_year(&mut document.measures, &context, lines.iter().map(Piece::text));
    for measure in &mut document.measures {
        measure.indicators.extend(indicator::read(&measure.text, &context));
    }
    document.indicators = tables.indicators;
    document.claims = tables.claims;
    document.claims.extend(prose.claims);
    document.claims.sort_by_key(|claim| claim.line);
    document.doubts.extend(tables.doubts);
    document.doubts.extend(prose.doubts);
    doubts::add(&mut document.measures, &document.claims, &mut document.doubts);
    let lost = loss::doubts(&document.facts, lines, roles, &document.measures, &document.doubts);
    document.doubts.extend(lost);
}

#[cfg(test)]
mod graded;
