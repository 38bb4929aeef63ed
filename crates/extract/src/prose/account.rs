//! What every line of the running text was read as.
//!
//! A line is background only where a rule says why it orders nothing; what no rule claims is left as not understood,
//! for a person to look at.

use std::ops::Range;

use domain::tree::{Piece, PieceContent};
use domain::{BackgroundReason, LineRole};

use crate::flow::is_sentence_end;
use crate::lexicon::tables::CLOSINGS;
use crate::outline::{Node, NodeKind, states_force};
use crate::units::{is_sure_unit, sentence_units};

use super::clause::Clauses;
use super::context::{Context, Section};

/// Marks the lines that the head and the tables have left over.
///
/// `has_tables` says whether tables of the same document were read.
pub(super) fn mark(
    context: &Context<'_>,
    clauses: &Clauses,
    has_tables: bool,
    lines: &[Piece<'_>],
    roles: &mut [LineRole],
) {
    mark_lines_without_words(lines, roles);
    let first_row = roles.iter().position(|role| *role == LineRole::Measure);
    let mut piece_roles = vec![LineRole::NotUnderstood; context.flow.pieces.len()];
    for (at, (node, section)) in context.outline.nodes.iter().zip(&context.sections).enumerate() {
        // A node that begins in the middle of a line leaves that line to the one before.
        fill(&mut piece_roles, node.start.0..node.end.0, below_heading(context, at, node, section, has_tables));
        fill(&mut piece_roles, heading(context, node, section), LineRole::Heading);
        match node.kind {
            NodeKind::Closing => mark_orders_in_closing(context, node, &mut piece_roles),
            NodeKind::Opening | NodeKind::Title => mark_orders_in_opening(context, node, &mut piece_roles),
            _ => {}
        }
    }
    mark_before_loose_tasks(context, clauses, &mut piece_roles);
    for extent in &clauses.extents {
        fill(&mut piece_roles, extent.clone(), LineRole::Measure);
    }
    let said_of_all = context.sections.iter().filter_map(|section| section.for_all_above.as_deref());
    said_of_all.for_each(|(at, _)| fill(&mut piece_roles, *at..*at + 1, LineRole::Measure));
    mark_paragraphs_left(context, &mut piece_roles);
    for (piece, found) in context.flow.pieces.iter().zip(piece_roles) {
        if let Some(role) = roles.get_mut(piece.index).filter(|role| **role == LineRole::NotUnderstood) {
            // Words below the rows of a table are no opening, and may be rows that were not known as such.
            let is_below = first_row.is_some_and(|first| first < piece.index);
            let opens = found == LineRole::Background(BackgroundReason::Opening);
            *role = if is_below && opens { LineRole::NotUnderstood } else { found };
        }
    }
}

/// Where paragraphs without numbers are tasks, those above the first are the opening words; one between them was not read.
fn mark_before_loose_tasks(context: &Context<'_>, clauses: &Clauses, roles: &mut [LineRole]) {
    let openings = context.outline.nodes.iter().filter(|node| node.kind == NodeKind::Opening);
    for node in openings {
        let range = node.start.0..node.end.0;
        let tasks = clauses
            .measures
            .iter()
            .zip(&clauses.extents)
            .filter(|(measure, extent)| measure.number.contains("#p") && range.contains(&extent.start));
        if let Some(first) = tasks.map(|(_, extent)| extent.start).min() {
            fill(roles, range.start..first, LineRole::Background(BackgroundReason::Opening));
            fill(roles, first..range.end, LineRole::NotUnderstood);
        }
    }
}

/// Marks blanks, page marks and markup, which nobody need look at.
pub(crate) fn mark_lines_without_words(lines: &[Piece<'_>], roles: &mut [LineRole]) {
    for (role, line) in roles.iter_mut().zip(lines).filter(|(role, _)| **role == LineRole::NotUnderstood) {
        match line.content {
            PieceContent::Blank => *role = LineRole::Blank,
            PieceContent::PageBreak | PieceContent::Furniture => *role = LineRole::Furniture,
            PieceContent::FrontMatter => *role = LineRole::Metadata,
            PieceContent::Text(_) | PieceContent::Row { .. } => {}
        }
    }
}

/// The pieces of the heading that a node begins with.
fn heading(context: &Context<'_>, node: &Node, section: &Section) -> Range<usize> {
    let pieces = match &node.kind {
        NodeKind::Opening | NodeKind::Closing => 0,
        NodeKind::Title => context.title_pieces(node),
        NodeKind::Labelled(_) if node.children == 0 => 0,
        NodeKind::Annex(_) | NodeKind::Labelled(_) => section.body.title_pieces.max(1),
    };
    node.start.0..node.start.0 + pieces
}

/// What the words of a node are that belong to no measure.
fn below_heading(context: &Context<'_>, at: usize, node: &Node, section: &Section, has_tables: bool) -> LineRole {
    let reason = match &node.kind {
        NodeKind::Closing => return LineRole::Metadata,
        _ if !context.measures => Some(BackgroundReason::Kind),
        // Salutation, occasion and purpose come before the clauses; a text without clauses was not read.
        NodeKind::Opening if !context.plain_clauses => Some(BackgroundReason::Article),
        NodeKind::Opening => (has_tables || context.has_clauses()).then_some(BackgroundReason::Opening),
        // A preamble between the title and the first clause.
        NodeKind::Title => Some(BackgroundReason::Preamble),
        // So it is below the title of an annex.
        NodeKind::Annex(_) if section.in_article => Some(BackgroundReason::Article),
        NodeKind::Annex(_) => {
            let next = context.outline.nodes.get(at + 1).map(|next| &next.kind);
            matches!(next, Some(NodeKind::Labelled(_))).then_some(BackgroundReason::Preamble)
        }
        // What a heading says before its first clause, orders nothing that its clauses do not.
        NodeKind::Labelled(_) if node.children > 0 => Some(BackgroundReason::Preamble),
        NodeKind::Labelled(label) => context.orders_nothing(label, section),
    };
    reason.map_or(LineRole::NotUnderstood, LineRole::Background)
}

/// Closing words that tell named offices to do something are no mere date, signature or statement of force: a person must
/// look.
fn mark_orders_in_closing(context: &Context<'_>, node: &Node, roles: &mut [LineRole]) {
    for at in node.start.0..node.end.0 {
        let text = context.flow.pieces.get(at).map_or("", |piece| piece.text);
        let tells = |sentence: &str| !states_force(sentence) && !sentence_units(sentence).leads.is_empty();
        let orders = text.ends_with('。') && text.split_inclusive('。').any(tells);
        if orders && !calls_on_everybody(text) {
            fill(roles, at..at + 1, LineRole::NotUnderstood);
        }
    }
}

/// Words before the first clause that tell a body by its name to do something are more than occasion and purpose: a person
/// must look. That all are to carry the notice out is what openings end with.
fn mark_orders_in_opening(context: &Context<'_>, node: &Node, roles: &mut [LineRole]) {
    let is_opening =
        |role: &LineRole| matches!(role, LineRole::Background(BackgroundReason::Opening | BackgroundReason::Preamble));
    let tells_one = |sentence: &str| {
        let told = sentence_units(sentence);
        told.is_told() && told.leads.iter().any(|unit| !unit.starts_with('各') && is_sure_unit(unit))
    };
    for at in node.start.0..node.end.0 {
        let text = context.flow.pieces.get(at).map_or("", |piece| piece.text);
        if roles.get(at).is_some_and(is_opening) && text.split_inclusive('。').any(tells_one) {
            fill(roles, at..at + 1, LineRole::NotUnderstood);
        }
    }
}

/// Paragraphs below the last bracket of a section, which no clause has taken: lists of annexes, and calls on everybody
/// that name no unit of their own.
fn mark_paragraphs_left(context: &Context<'_>, roles: &mut [LineRole]) {
    let mut at = 0;
    while at < roles.len() {
        if roles.get(at) != Some(&LineRole::NotUnderstood) {
            at += 1;
            continue;
        }
        let mut words = String::new();
        let start = at;
        while let Some(piece) = context.flow.pieces.get(at).filter(|_| roles.get(at) == Some(&LineRole::NotUnderstood))
        {
            words.push_str(piece.text);
            at += 1;
            if piece.text.ends_with(is_sentence_end) {
                break;
            }
        }
        at = at.max(start + 1);
        if names_annexes(&words) {
            fill(roles, start..at, LineRole::Metadata);
        } else if context.has_clauses() && calls_on_everybody(&words) {
            fill(roles, start..at, LineRole::Background(BackgroundReason::Call));
        }
    }
}

/// 附表：任务分工表（略）
fn names_annexes(paragraph: &str) -> bool {
    const LONGEST: usize = 60;
    CLOSINGS.begins("annexes", paragraph) && paragraph.chars().count() <= LONGEST && !paragraph.contains('。')
}

/// 各级、各部门要认真贯彻落实…。
fn calls_on_everybody(paragraph: &str) -> bool {
    let everybody =
        paragraph.starts_with('各') && paragraph.split('，').next().is_some_and(|words| words.contains('要'));
    everybody
        && paragraph
            .split_inclusive('。')
            .all(|sentence| sentence_units(sentence).leads.iter().all(|unit| unit.starts_with('各')))
}

fn fill(roles: &mut [LineRole], range: Range<usize>, role: LineRole) {
    for slot in roles.iter_mut().take(range.end).skip(range.start) {
        *slot = role;
    }
}
