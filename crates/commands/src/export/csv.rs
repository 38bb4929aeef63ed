//! The ledger as comma separated values with a byte order mark, as spreadsheet programs of offices expect it.

use std::collections::HashMap;
use std::io::Write;

use domain::Lights;
use rayon::prelude::*;
use store::{BesideTask, NoticeId, NoticeRecord, PackedMeasures, Reader, TaskFilter, TaskId, TaskRecord};

use super::{BATCH, ExportError, write_batch};
use crate::columns::{LedgerColumn, LedgerRow, exported};

/// So many tasks are read at a time.
const PAGE: u32 = 1_000;

/// The tasks that answer the filter, in its order: the page and its limit are of no account.
pub(crate) fn write(
    columns: &[LedgerColumn],
    read: Reader<'_>,
    lights: Lights,
    filter: TaskFilter,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    out.write_all("\u{FEFF}".as_bytes())?;
    let mut headings = table(&mut *out);
    headings.write_record(exported(columns).map(|column| column.heading)).map_err(cause)?;
    headings.flush()?;
    drop(headings);
    // How all tasks stood on a past day is found out at once.
    let limit = if filter.as_of.is_some() { 0 } else { PAGE };
    let mut filter = TaskFilter { after: None, limit, ..filter };
    let total = read.count_tasks(&filter)?;
    let mut first = 1;
    loop {
        let page = read.page_of_tasks(&filter, total)?;
        for tasks in page.tasks.chunks(BATCH) {
            let known = Notices::of(read, tasks)?;
            let mut parts: Vec<(usize, &[TaskRecord])> = Vec::new();
            for part in tasks.chunks(PART) {
                parts.push((first, part));
                first += part.len();
            }
            write_batch(out, &mut parts, |(first, part)| known.lay_out(columns, part, first, lights))?;
        }
        match page.next {
            Some(last) => filter.after = Some(last),
            None => return Ok(()),
        }
    }
}

/// So many rows are laid out one after the other, beside as many others.
const PART: usize = 250;

/// What is known of the notices of some tasks: each is read and unpacked once, in whatever order the tasks come.
struct Notices(HashMap<NoticeId, (NoticeRecord, HashMap<TaskId, BesideTask>)>);

impl Notices {
    fn of(read: Reader<'_>, tasks: &[TaskRecord]) -> Result<Self, ExportError> {
        let mut packed: HashMap<NoticeId, (NoticeRecord, PackedMeasures)> = HashMap::new();
        for id in tasks.iter().filter_map(|task| task.notice.as_ref()) {
            if !packed.contains_key(id) {
                packed.insert(id.clone(), (read.notice(id)?, read.packed_measures(id)?));
            }
        }
        let unpacked = packed
            .into_par_iter()
            .map(|(id, (notice, measures))| Ok::<_, ExportError>((id, (notice, measures.unpack_beside_tasks()?))));
        Ok(Self(unpacked.collect::<Result<_, _>>()?))
    }

    /// Rows of the table; `first` is the number of the first.
    fn lay_out(
        &self,
        columns: &[LedgerColumn],
        tasks: &[TaskRecord],
        first: usize,
        lights: Lights,
    ) -> Result<Vec<u8>, ExportError> {
        let mut rows = table(Vec::new());
        for (number, task) in (first..).zip(tasks) {
            let known = task.notice.as_ref().and_then(|notice| self.0.get(notice));
            let (notice, measure) = (known.map(|(notice, _)| notice), known.and_then(|(_, of)| of.get(&task.id)));
            let row = LedgerRow { number, task, notice, measure, lights };
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
