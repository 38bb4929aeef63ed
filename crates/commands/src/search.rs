//! Search and completion.

use store::{Found, Hit, HitKind, Segment};

use crate::context::Context;
use crate::error::CommandError;
use crate::wire;

/// How many completions are offered.
const OFFERED: u32 = 8;

pub(crate) fn search(
    context: &mut Context<'_, '_>,
    request: wire::SearchRequest,
) -> Result<wire::SearchResult, CommandError> {
    let Found { total, is_exact, hits, suggestions } =
        context.read().search_as_of(&request.words, context.past(), request.limit)?;
    Ok(wire::SearchResult { total, is_exact, hits: hits.into_iter().map(hit).collect(), suggestions })
}

pub(crate) fn suggest(
    context: &mut Context<'_, '_>,
    request: wire::SuggestRequest,
) -> Result<Vec<String>, CommandError> {
    Ok(context.read().suggest(&request.words, context.past(), OFFERED)?)
}

fn hit(hit: Hit) -> wire::SearchHit {
    let Hit { kind, id, title, excerpt, line } = hit;
    let kind = match kind {
        HitKind::Notice => wire::HitKind::Notice,
        HitKind::Task => wire::HitKind::Task,
    };
    wire::SearchHit { kind, id, title: segments(title), excerpt: segments(excerpt), line }
}

fn segments(segments: Vec<Segment>) -> Vec<wire::Segment> {
    segments.into_iter().map(|Segment { text, marked }| wire::Segment { text, marked }).collect()
}
