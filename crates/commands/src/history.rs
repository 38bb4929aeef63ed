//! Commands about history.

use crate::context::Context;
use crate::error::CommandError;
use crate::wire;

pub(crate) fn history(
    _context: &mut Context<'_, '_>,
    _request: wire::HistoryRequest,
) -> Result<Vec<wire::JournalEntry>, CommandError> {
    Err(CommandError::told("尚未接通"))
}

pub(crate) fn undo(
    _context: &mut Context<'_, '_>,
    _request: wire::Nothing,
) -> Result<wire::JournalEntry, CommandError> {
    Err(CommandError::told("尚未接通"))
}
