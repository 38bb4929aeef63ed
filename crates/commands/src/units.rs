//! Commands about units.

use crate::context::Context;
use crate::error::CommandError;
use crate::wire;

pub(crate) fn list_units(
    _context: &mut Context<'_, '_>,
    _request: wire::UnitQuery,
) -> Result<Vec<wire::UnitFigures>, CommandError> {
    Err(CommandError::told("尚未接通"))
}

pub(crate) fn get_unit(
    _context: &mut Context<'_, '_>,
    _request: wire::IdRequest,
) -> Result<wire::UnitDetail, CommandError> {
    Err(CommandError::told("尚未接通"))
}
