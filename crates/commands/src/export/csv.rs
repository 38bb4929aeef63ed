//! The ledger as comma separated values with a byte order mark, as spreadsheet programs of offices expect it.

use std::io::Write;

use chrono::NaiveDate;
use domain::Lights;
use store::{NoticeRecord, Order, PackedMeasures, Reader, TaskFilter, TaskRecord};

use super::{BATCH, ExportError, write_batch};
use crate::columns::{LedgerColumn, LedgerRow, exported};

/// So many tasks are read at a time.
const PAGE: u32 = 1_000;

/// All tasks in the order of their notices; of a past day those that were there, as they stood.
pub(crate) fn write(
    columns: &[LedgerColumn],
    read: Reader<'_>,
    lights: Lights,
    past: Option<NaiveDate>,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    out.write_all("\u{FEFF}".as_bytes())?;
    let mut headings = table(&mut *out);
    headings.write_record(exported(columns).map(|column| column.heading)).map_err(cause)?;
    headings.flush()?;
    drop(headings);
    // How all tasks stood on a past day is found out at once.
    let limit = if past.is_some() { 0 } else { PAGE };
    let mut filter = TaskFilter { order: Order::Notice, as_of: past, limit, ..TaskFilter::default() };
    let total = read.count_tasks(&filter)?;
    let mut batch: Vec<OfNotice> = Vec::new();
    let (mut number, mut size) = (0, 0);
    loop {
        let page = read.page_of_tasks(&filter, total)?;
        for task in page.tasks {
            number += 1;
            size += 1;
            // Tasks come in the order of their notices, so that what is known of one is read once.
            match batch.last_mut().filter(|of| of.notice.as_ref().map(|notice| &notice.id) == task.notice.as_ref()) {
                Some(of) => of.tasks.push(task),
                None => {
                    if size > BATCH {
                        write_batch(out, &mut batch, |of| of.lay_out(columns, lights))?;
                        size = 1;
                    }
                    let of = task.notice.as_ref();
                    batch.push(OfNotice {
                        notice: of.map(|notice| read.notice(notice)).transpose()?,
                        measures: of.map(|notice| read.packed_measures(notice)).transpose()?,
                        first: number,
                        tasks: vec![task],
                    });
                }
            }
        }
        match page.next {
            Some(last) => filter.after = Some(last),
            None => return write_batch(out, &mut batch, |of| of.lay_out(columns, lights)),
        }
    }
}

/// Tasks of one notice with what is known of it, or tasks that no notice gave.
struct OfNotice {
    notice: Option<NoticeRecord>,
    measures: Option<PackedMeasures>,
    /// The number of the first of these tasks in the table.
    first: usize,
    tasks: Vec<TaskRecord>,
}

impl OfNotice {
    fn lay_out(self, columns: &[LedgerColumn], lights: Lights) -> Result<Vec<u8>, ExportError> {
        let measures = self.measures.map(|measures| measures.unpack_beside_tasks()).transpose()?.unwrap_or_default();
        let mut rows = table(Vec::new());
        for (number, task) in (self.first..).zip(&self.tasks) {
            let notice = self.notice.as_ref();
            let row = LedgerRow { number, task, notice, measure: measures.get(&task.id), lights };
            rows.write_record(exported(columns).map(|column| plain(column.cell.text(row)))).map_err(cause)?;
        }
        rows.into_inner().map_err(|error| error.into_error().into())
    }
}

/// Text that a spreadsheet would take for a formula is marked as text: a document is data. A number is none.
fn plain(text: String) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<i64>().is_err();
    if is_formula { format!("'{text}") } else { text }
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
            table.write_record(["一", &plain(cell.to_owned())]).unwrap();
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
