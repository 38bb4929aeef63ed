//! Commands about export.

use crate::context::Context;
use crate::error::CommandError;
use crate::wire;

pub(crate) fn export(
    _context: &mut Context<'_, '_>,
    _request: wire::ExportRequest,
) -> Result<wire::ExportFile, CommandError> {
    Err(CommandError::told("尚未接通"))
}
