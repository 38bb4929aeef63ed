//! Commands about notices.

use crate::context::Context;
use crate::error::CommandError;
use crate::wire;

pub(crate) fn list_notices(
    _context: &mut Context<'_, '_>,
    _request: wire::NoticeQuery,
) -> Result<Vec<wire::NoticeRow>, CommandError> {
    Err(CommandError::told("尚未接通"))
}

pub(crate) fn get_notice(
    _context: &mut Context<'_, '_>,
    _request: wire::IdRequest,
) -> Result<wire::NoticeDetail, CommandError> {
    Err(CommandError::told("尚未接通"))
}

pub(crate) fn confirm_notices(
    _context: &mut Context<'_, '_>,
    _request: wire::ConfirmRequest,
) -> Result<wire::ConfirmReport, CommandError> {
    Err(CommandError::told("尚未接通"))
}
