//! The ledger as comma separated values with a byte order mark, as spreadsheet programs of offices expect it.

use std::collections::HashMap;
use std::io::Write;

use chrono::NaiveDate;
use store::{MeasureRecord, NoticeRecord, Order, Reader, TaskFilter, TaskId};

use super::ExportError;
use crate::columns::{COLUMNS, ExportedTask};

/// So many tasks are read at a time.
const PAGE: u32 = 1_000;

/// All tasks in the order of their notices; of a past day those that were there, as they stood.
pub(super) fn write(
    read: Reader<'_>,
    as_of: NaiveDate,
    past: Option<NaiveDate>,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    out.write_all("\u{FEFF}".as_bytes())?;
    let columns: Vec<_> = COLUMNS.iter().filter_map(|column| Some((column.heading, column.export?))).collect();
    let mut table = table(out);
    table.write_record(columns.iter().map(|(heading, _)| heading)).map_err(cause)?;
    // How all tasks stood on a past day is found out at once.
    let limit = if past.is_some() { 0 } else { PAGE };
    let mut filter = TaskFilter { order: Order::Notice, as_of: past, limit, ..TaskFilter::default() };
    let total = read.count_tasks(&filter)?;
    let mut notice = OfNotice::default();
    let mut number = 0;
    loop {
        let page = read.page_of_tasks(&filter, total)?;
        for task in &page.tasks {
            // Tasks come in the order of their notices, so that what is known of one is read once.
            if notice.record.as_ref().is_none_or(|record| record.id != task.notice) {
                let record = read.notice(&task.notice)?;
                let measures = read.measures(&task.notice)?.into_iter();
                let measures = measures.filter_map(|measure| Some((measure.task.clone()?, measure))).collect();
                notice = OfNotice { record: Some(record), measures };
            }
            number += 1;
            let exported = ExportedTask {
                number,
                task,
                notice: notice.record.as_ref(),
                measure: notice.measures.get(&task.id),
                as_of,
            };
            table.write_record(columns.iter().map(|(_, cell)| plain(&cell(&exported)))).map_err(cause)?;
        }
        match page.next {
            Some(last) => filter.after = Some(last),
            None => return Ok(table.flush()?),
        }
    }
}

/// What is known of the notice whose tasks are being written.
#[derive(Default)]
struct OfNotice {
    record: Option<NoticeRecord>,
    measures: HashMap<TaskId, MeasureRecord>,
}

/// Text that a spreadsheet would take for a formula is marked as text: a document is data. A number is none.
fn plain(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<i64>().is_err();
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

/// Lines end as spreadsheet programs write them.
fn table<W: Write>(out: W) -> csv::Writer<W> {
    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out)
}

/// What the system said. Rows of other lengths are not written, so it is the only thing that can go wrong.
fn cause(error: csv::Error) -> std::io::Error {
    error.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_cannot_break_the_table_or_become_a_formula() {
        let check = |cell: &str, expected: &str| {
            let mut table = table(Vec::new());
            table.write_record(["一", &plain(cell)]).unwrap();
            let text = String::from_utf8(table.into_inner().unwrap()).unwrap();
            assert_eq!(text, format!("一,{expected}\r\n"));
        };
        check("市财政局", "市财政局");
        check("=HYPERLINK(1)", "'=HYPERLINK(1)");
        check("-12", "-12");
        check("-12+A1", "'-12+A1");
        check("甲\n乙", "\"甲\n乙\"");
        check("甲,乙", "\"甲,乙\"");
        check("说\"好\"", "\"说\"\"好\"\"\"");
    }
}
