//! The register as files: what was read, one JSON object a line; the ledger as a table for a spreadsheet.

mod csv;
mod jsonl;

use crate::context::Context;
use crate::error::CommandError;
use crate::wire::{ExportFile, ExportFormat, ExportRequest};

pub(crate) fn export(context: &mut Context<'_, '_>, request: ExportRequest) -> Result<ExportFile, CommandError> {
    let day = context.as_of;
    Ok(match request.format {
        ExportFormat::Jsonl => ExportFile {
            name: format!("督办台账 {day}.jsonl"),
            media_type: "application/jsonl".to_owned(),
            text: jsonl::write(context.read(), context.past())?,
        },
        ExportFormat::Csv => ExportFile {
            name: format!("督办台账 {day}.csv"),
            media_type: "text/csv".to_owned(),
            text: csv::write(context.read(), day, context.past())?,
        },
    })
}
