//! Commands about search.

use crate::context::Context;
use crate::error::CommandError;
use crate::wire;

pub(crate) fn search(
    _context: &mut Context<'_, '_>,
    _request: wire::SearchRequest,
) -> Result<wire::SearchResult, CommandError> {
    Err(CommandError::told("尚未接通"))
}

pub(crate) fn suggest(
    _context: &mut Context<'_, '_>,
    _request: wire::SuggestRequest,
) -> Result<Vec<String>, CommandError> {
    Err(CommandError::told("尚未接通"))
}
