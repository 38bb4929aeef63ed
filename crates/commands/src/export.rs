//! The register as files: what was read, one JSON object a line; the ledger as a table for a spreadsheet.
//!
//! Both are written as they are read, so that an export of any size needs little memory: some notices at a time are taken
//! out of the register as they are packed, unpacked and laid out beside each other, and written in their order.

pub(crate) mod csv;
mod jsonl;

use std::fs;
use std::io::Write;

use chrono::NaiveDate;
use rayon::prelude::*;
use store::{Order, StoreError, TaskFilter};

use crate::columns::COLUMNS;
use crate::context::{Caller, Context, PathAccess};
use crate::error::{CommandError, ErrorCode};
use crate::wire::{ExportFile, ExportFormat, ExportRequest};
use crate::{list, tasks};

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
    request: ExportRequest,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let context = list::context(caller, "export", as_of)?;
    write(&context, request, out)
}

pub(crate) fn export(context: &mut Context<'_, '_>, request: ExportRequest) -> Result<ExportFile, CommandError> {
    let mut bytes = Vec::new();
    let format = request.format;
    let to = request.to.clone();
    write(context, request, &mut bytes).map_err(|error| match error {
        ExportError::Refused(error) => error,
        ExportError::Output(cause) => not_written(&cause),
    })?;
    let (ending, media_type) = match format {
        ExportFormat::Jsonl => ("jsonl", "application/jsonl"),
        ExportFormat::Csv => ("csv", "text/csv"),
    };
    let text = match to {
        Some(to) => {
            put(context, &to, &bytes)?;
            String::new()
        }
        None => String::from_utf8(bytes).map_err(|error| not_written(&error))?,
    };
    Ok(ExportFile { name: format!("督办台账 {}.{ending}", context.as_of), media_type: media_type.to_owned(), text })
}

/// Writes a file for the person, in whole; never over the register.
fn put(context: &Context<'_, '_>, to: &str, bytes: &[u8]) -> Result<(), CommandError> {
    if context.caller.paths == PathAccess::None {
        return Err(CommandError::new(ErrorCode::PathNotAllowed, "这里不能按路径写文件。"));
    }
    let register = context.caller.store.file().and_then(|file| file.canonicalize().ok());
    if register.is_some() && register == fs::canonicalize(to).ok() {
        return Err(CommandError::at("to", "那是台账文件本身，不能用导出的表格覆盖它。请换一个文件名。"));
    }
    fs::write(to, bytes).map_err(|error| not_written(&error))
}

fn write(context: &Context<'_, '_>, request: ExportRequest, out: &mut dyn Write) -> Result<(), ExportError> {
    let ExportRequest { format, query, to: _ } = request;
    if query.is_some() && format == ExportFormat::Jsonl {
        return Err(CommandError::at("query", "按条件导出只有表格（CSV）一种格式。").into());
    }
    let filter = match query {
        Some(query) => tasks::filter(context, query)?,
        None => TaskFilter { order: Order::Notice, as_of: context.past(), ..TaskFilter::default() },
    };
    // What is written to the register meanwhile is none of it.
    let snapshot = context.caller.store.snapshot()?;
    let lights = context.lights()?;
    match format {
        ExportFormat::Jsonl => jsonl::write(snapshot.read(), context.past(), out),
        ExportFormat::Csv => csv::write(COLUMNS, snapshot.read(), lights, filter, out),
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
    fn a_list_leaves_in_its_own_order_and_never_over_the_register() {
        let text = "关于印发方案的通知\n一、任务\n（一）简化材料。责任单位：市财政局。2022年9月底前完成。\n（二）开放数据。责任单位：市大数据局。2022年6月底前完成。\n（三）统一窗口。责任单位：市医保局。2022年7月底前完成。\n";
        let (folder, mut office) = Office::with_document(text);
        let query = serde_json::json!({ "unit": ["市财政局", "市大数据局"], "sort": "due" });
        let to = folder.path().join("清单.csv");
        let request = serde_json::json!({ "format": "csv", "query": query, "to": to });
        let answer: ExportFile = office.ask("export", request.clone());
        assert_eq!(answer.text, "");
        let written = std::fs::read_to_string(&to).unwrap();
        let places = ["开放数据", "简化材料"].map(|words| written.find(words).unwrap());
        assert!(places.is_sorted() && !written.contains("统一窗口"), "{written}");
        let whole: ExportFile = office.ask("export", serde_json::json!({ "format": "csv", "query": query }));
        assert_eq!(whole.text, written);
        let mut over = request;
        over["to"] = office.store.file().unwrap().display().to_string().into();
        assert_eq!(office.try_ask("export", over).unwrap_err().field.as_deref(), Some("to"));
        let lines = serde_json::json!({ "format": "jsonl", "query": {} });
        assert_eq!(office.try_ask("export", lines).unwrap_err().field.as_deref(), Some("query"));
    }

    #[test]
    fn what_is_written_meanwhile_is_no_part_of_an_export() {
        for format in [ExportFormat::Csv, ExportFormat::Jsonl] {
            let text = "关于印发方案的通知\n一、任务\n（一）简化材料。责任单位：市财政局。\n（二）开放数据。责任单位：市大数据局。\n";
            let (folder, mut office) = Office::with_document(text);
            let mut before = Vec::new();
            office
                .with_caller(|caller| {
                    write_export(caller, None, ExportRequest { format, query: None, to: None }, &mut before)
                })
                .unwrap();
            assert!(String::from_utf8_lossy(&before).contains("开放数据"));
            let mut other = Office { store: store::Store::open(folder.path()).unwrap(), ..Office::new() };
            let mut out = UndoneMeanwhile { office: Some(&mut other), bytes: Vec::new() };
            office
                .with_caller(|caller| {
                    write_export(caller, None, ExportRequest { format, query: None, to: None }, &mut out)
                })
                .unwrap();
            assert!(out.office.is_none());
            assert_eq!(String::from_utf8(out.bytes), String::from_utf8(before), "{format:?}");
            assert_eq!(office.store.read().task_count().unwrap(), 0, "it was taken back indeed");
        }
    }
}
