//! The only place of this front that knows the command layer.

use axum::http::StatusCode;
use chrono::Local;
use commands::wire::Progress;
use commands::{Asker, CommandError, Envelope, ErrorCode, Office, PathAccess};
use serde_json::json;

use crate::calls::Refusal;

/// Calls a command; its answer is JSON text.
pub(crate) fn call(
    office: &Office,
    command: &str,
    envelope: Envelope,
    progress: &dyn Fn(&Progress),
) -> Result<String, Refusal> {
    let now = Local::now();
    let asker = Asker {
        now: now.to_utc(),
        today: now.date_naive(),
        offset: *now.offset(),
        actor: &commands::account_name(),
        // Every path in the request has been exchanged for an uploaded file before.
        paths: PathAccess::Exchanged,
        progress,
    };
    office.call_to_json(asker, command, envelope).map_err(refusal)
}

fn refusal(error: CommandError) -> Refusal {
    let CommandError { code, message, detail, field } = error;
    let status = match code {
        Some(ErrorCode::UnknownCommand) => StatusCode::NOT_FOUND,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Refusal { status, code: code.map(|code| json!(code)), message, detail, field }
}
