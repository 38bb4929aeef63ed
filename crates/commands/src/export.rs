//! The register as files: what was read, one JSON object a line; the ledger as a table for a spreadsheet.
//!
//! Both are written as they are read, so that an export of any size needs little memory: some notices at a time are taken
//! out of the register as they are packed, unpacked and laid out beside each other, and written in their order.

pub(crate) mod csv;
mod jsonl;

use std::io::Write;

use chrono::NaiveDate;
use rayon::prelude::*;
use store::StoreError;

use crate::columns::COLUMNS;
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
    // What is written to the register meanwhile is none of it.
    let snapshot = context.caller.store.snapshot()?;
    let lights = context.lights()?;
    match format {
        ExportFormat::Jsonl => jsonl::write(snapshot.read(), context.past(), out),
        ExportFormat::Csv => csv::write(COLUMNS, snapshot.read(), lights, context.past(), out),
    }
}

/// So many measures or tasks are laid out at a time.
const BATCH: usize = 2_000;

/// Lays each of these out beside the others and writes them in their order.
fn write_batch<T: Send>(
    out: &mut dyn Write,
    batch: &mut Vec<T>,
    lay_out: impl Fn(T) -> Result<Vec<u8>, ExportError> + Send + Sync,
) -> Result<(), ExportError> {
    let laid_out: Result<Vec<Vec<u8>>, ExportError> = batch.par_drain(..).map(lay_out).collect();
    for bytes in laid_out? {
        out.write_all(&bytes)?;
    }
    Ok(())
}

fn not_written(cause: &dyn std::fmt::Display) -> CommandError {
    CommandError::uncoded("导出时出错，没有写出文件。请把详细信息告诉维护人员。").with_detail(cause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Office;

    /// Takes the import back through a second connection as soon as anything is written.
    struct UndoneMeanwhile<'a> {
        office: Option<&'a mut Office>,
        bytes: Vec<u8>,
    }

    impl Write for UndoneMeanwhile<'_> {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            if let Some(office) = self.office.take() {
                let _: serde_json::Value = office.ask("undo", serde_json::json!({}));
            }
            self.bytes.extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_is_written_meanwhile_is_no_part_of_an_export() {
        for format in [ExportFormat::Csv, ExportFormat::Jsonl] {
            let text = "关于印发方案的通知\n一、任务\n（一）简化材料。责任单位：市财政局。\n（二）开放数据。责任单位：市大数据局。\n";
            let (folder, mut office) = Office::with_document(text);
            let mut before = Vec::new();
            office.with_caller(|caller| write_export(caller, None, format, &mut before)).unwrap();
            assert!(String::from_utf8_lossy(&before).contains("开放数据"));
            let mut other = Office { store: store::Store::open(folder.path()).unwrap(), ..Office::new() };
            let mut out = UndoneMeanwhile { office: Some(&mut other), bytes: Vec::new() };
            office.with_caller(|caller| write_export(caller, None, format, &mut out)).unwrap();
            assert!(out.office.is_none());
            assert_eq!(String::from_utf8(out.bytes), String::from_utf8(before), "{format:?}");
            assert_eq!(office.store.read().task_count().unwrap(), 0, "it was taken back indeed");
        }
    }
}
