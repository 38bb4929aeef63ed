//! Numbered clauses outside tables: outline, measures, units, deadlines, classes.

mod account;
pub(crate) mod addressee;
mod body;
mod brackets;
mod claims;
pub(crate) mod clause;
mod context;
pub(crate) mod embedded;
mod heading;
mod particulars;
pub(crate) mod section_kind;
mod telling;

use std::ops::Range;

use domain::tree::Piece;
use domain::{Claim, Doubt, LineRole, Measure, NoticeFacts};

use crate::flow::Flow;
use crate::outline::Outline;
pub(crate) use account::mark_lines_without_words;
use addressee::Addressees;
use context::Context;

/// What was read from the prose of a document.
#[derive(Debug, Default)]
pub(crate) struct Prose {
    /// The measures, in order.
    pub(crate) measures: Vec<Measure>,
    /// Counts the text states of itself.
    pub(crate) claims: Vec<Claim>,
    /// What a person should look at.
    pub(crate) doubts: Vec<Doubt>,
}

/// What the statement that closes a text says of units, time and people, and the text without it: the cell of a table whose
/// columns do not say.
pub(crate) fn stated_in(text: &str) -> Option<(String, crate::units::BracketReading)> {
    clause::stated(text)
}

/// Reads the clauses on the lines of one document that lie outside `tables`, and marks lines in `roles` that the
/// head has not claimed. `plan_at` is the line with the title of the plan that the notice passes on.
pub(crate) fn read(
    lines: &[Piece<'_>],
    facts: &NoticeFacts,
    plan_at: Option<usize>,
    tables: &[Range<usize>],
    roles: &mut [LineRole],
) -> Prose {
    let flow = Flow::of(lines, tables, roles);
    let outline = Outline::of(&flow);
    let mut context = Context::of(&flow, &outline, facts, plan_at);
    context.addressees = Addressees::of(lines, &facts.issuers);
    let mut clauses = clause::read(&context);
    // A paragraph may hold several orders, but none beside those of a clause.
    let of_clauses = clauses.extents.len();
    for embedded::Embedded { piece: at, in_heading, measure } in embedded::read(&context) {
        if !in_heading && clauses.extents.iter().take(of_clauses).any(|extent| extent.contains(&at)) {
            continue;
        }
        clauses.extents.push(at..at + 1);
        clauses.measures.push(measure);
    }
    account::mark(&context, &clauses, !tables.is_empty(), lines, roles);
    clauses.measures.sort_by_key(|measure| measure.line);
    let first_line = lines.first().map_or(0, |line| line.number);
    let claims = claims::read(&context, &facts.title, first_line, &clauses.measures);
    Prose { measures: clauses.measures, claims, doubts: Vec::new() }
}
