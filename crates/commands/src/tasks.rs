//! Commands about tasks.

use crate::context::Context;
use crate::error::CommandError;
use crate::wire;

pub(crate) fn list_tasks(
    _context: &mut Context<'_, '_>,
    _request: wire::TaskQuery,
) -> Result<wire::TaskPage, CommandError> {
    Err(CommandError::told("尚未接通"))
}

pub(crate) fn get_task(
    _context: &mut Context<'_, '_>,
    _request: wire::IdRequest,
) -> Result<wire::TaskDetail, CommandError> {
    Err(CommandError::told("尚未接通"))
}

pub(crate) fn overdue_by_unit(
    _context: &mut Context<'_, '_>,
    _request: wire::DashboardRequest,
) -> Result<Vec<wire::OverdueUnit>, CommandError> {
    Err(CommandError::told("尚未接通"))
}
