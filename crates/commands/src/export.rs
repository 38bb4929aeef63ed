//! The register as files: what was read, one JSON object a line; the ledger as a table for a spreadsheet.
//!
//! Both are written as they are read, so that an export of any size needs little memory.

mod csv;
mod jsonl;

use std::io::Write;

use chrono::NaiveDate;
use store::StoreError;

use crate::context::{Caller, Context};
use crate::error::CommandError;
use crate::list;
use crate::wire::{ExportFile, ExportFormat, ExportRequest};

/// What keeps an export from being written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The register does not give it.
    #[error("{0}")]
    Refused(CommandError),
    /// What it is written to does not take it.
    #[error("{0}")]
    Output(#[from] std::io::Error),
}

impl From<CommandError> for ExportError {
    fn from(error: CommandError) -> Self {
        Self::Refused(error)
    }
}

impl From<StoreError> for ExportError {
    fn from(error: StoreError) -> Self {
        Self::Refused(error.into())
    }
}

/// Writes what the command `export` gives to `out`, piece by piece.
///
/// # Errors
/// When the register cannot be read, or `out` does not take it; then a part may have been written.
pub fn write_export(
    caller: &mut Caller<'_>,
    as_of: Option<NaiveDate>,
    format: ExportFormat,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let context = list::context(caller, "export", as_of)?;
    write(&context, format, out)
}

pub(crate) fn export(context: &mut Context<'_, '_>, request: ExportRequest) -> Result<ExportFile, CommandError> {
    let mut bytes = Vec::new();
    write(context, request.format, &mut bytes).map_err(|error| match error {
        ExportError::Refused(error) => error,
        ExportError::Output(cause) => not_written(&cause),
    })?;
    let (ending, media_type) = match request.format {
        ExportFormat::Jsonl => ("jsonl", "application/jsonl"),
        ExportFormat::Csv => ("csv", "text/csv"),
    };
    Ok(ExportFile {
        name: format!("督办台账 {}.{ending}", context.as_of),
        media_type: media_type.to_owned(),
        text: String::from_utf8(bytes).map_err(|error| not_written(&error))?,
    })
}

fn write(context: &Context<'_, '_>, format: ExportFormat, out: &mut dyn Write) -> Result<(), ExportError> {
    match format {
        ExportFormat::Jsonl => jsonl::write(context.read(), context.past(), out),
        ExportFormat::Csv => csv::write(context.read(), context.as_of, context.past(), out),
    }
}

fn not_written(cause: &dyn std::fmt::Display) -> CommandError {
    CommandError::uncoded("导出时出错，没有写出文件。请把详细信息告诉维护人员。").with_detail(cause)
}
