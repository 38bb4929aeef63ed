//! Commands about import.

use crate::context::Context;
use crate::error::CommandError;
use crate::wire;

pub(crate) fn import(
    _context: &mut Context<'_, '_>,
    _request: wire::ImportRequest,
) -> Result<wire::ImportReport, CommandError> {
    Err(CommandError::told("尚未接通"))
}

pub(crate) fn load_sample(
    _context: &mut Context<'_, '_>,
    _request: wire::Nothing,
) -> Result<wire::ImportReport, CommandError> {
    Err(CommandError::told("尚未接通"))
}
