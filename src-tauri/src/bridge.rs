//! The only place of this front that knows the command layer.

use std::path::Path;

use chrono::NaiveDate;
use commands::wire::Progress;
use serde_json::Value;

use crate::calls::Refusal;

/// The command layer on one store.
#[derive(Debug)]
pub(crate) struct Office {}

/// Opens the store, making it when it is not there.
pub(crate) fn open(_folder: Option<&Path>) -> Result<Office, String> {
    Ok(Office {})
}

/// Calls a command.
pub(crate) fn call(
    _office: &Office,
    command: &str,
    _as_of: Option<NaiveDate>,
    _args: Value,
    _progress: &dyn Fn(&Progress),
) -> Result<Value, Refusal> {
    Err(Refusal::new("unknown_command", format!("没有“{command}”这个命令。")))
}

/// Grows with every write to the store.
pub(crate) fn revision(_office: &Office) -> Option<i64> {
    None
}
