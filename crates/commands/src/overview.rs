//! Commands about overview.

use crate::context::Context;
use crate::error::CommandError;
use crate::wire;

pub(crate) fn app_status(
    _context: &mut Context<'_, '_>,
    _request: wire::Nothing,
) -> Result<wire::AppStatus, CommandError> {
    Err(CommandError::told("尚未接通"))
}

pub(crate) fn dashboard(
    _context: &mut Context<'_, '_>,
    _request: wire::DashboardRequest,
) -> Result<wire::Dashboard, CommandError> {
    Err(CommandError::told("尚未接通"))
}

pub(crate) fn check_store(
    _context: &mut Context<'_, '_>,
    _request: wire::Nothing,
) -> Result<wire::CheckReport, CommandError> {
    Err(CommandError::told("尚未接通"))
}

pub(crate) fn default_day(caller: &mut crate::Caller<'_>) -> Result<chrono::NaiveDate, CommandError> {
    Ok(caller.today)
}
