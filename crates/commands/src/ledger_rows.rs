//! The rows of the ledger with the text of each plain column of the list. What a column takes from the notice or the measure
//! of a task is read only where a column of the list needs it, once for each notice.

use std::collections::HashMap;

use domain::Lights;
use store::{BesideTask, NoticeId, NoticeRecord, Reader, StoreError, TaskId, TaskRecord};

use crate::columns::{Cell, Cells, LedgerColumn, LedgerRow, plain_in_list};
use crate::{tasks, wire};

/// The tasks as rows, in their order.
pub(crate) fn rows(
    columns: &'static [LedgerColumn],
    read: Reader<'_>,
    tasks: Vec<TaskRecord>,
    lights: Lights,
) -> Result<Vec<wire::TaskRow>, StoreError> {
    let plain: Vec<&LedgerColumn> = plain_in_list(columns).collect();
    let mut beside = Beside { read, notices: HashMap::new(), measures: HashMap::new() };
    let mut rows = Vec::with_capacity(tasks.len());
    for task in tasks {
        let mut cells = Cells::new();
        for column in &plain {
            cells.insert(column.key.to_owned(), beside.text(column.cell, &task, lights)?);
        }
        rows.push(tasks::row(task, lights, cells));
    }
    Ok(rows)
}

/// The notices and measures of tasks, as far as they were asked for.
struct Beside<'a> {
    read: Reader<'a>,
    notices: HashMap<NoticeId, NoticeRecord>,
    measures: HashMap<NoticeId, HashMap<TaskId, BesideTask>>,
}

impl Beside<'_> {
    fn text(&mut self, cell: Cell, task: &TaskRecord, lights: Lights) -> Result<String, StoreError> {
        let mut row = LedgerRow { number: 0, task, notice: None, measure: None, lights };
        if let Some(of) = &task.notice {
            if matches!(cell, Cell::Notice(_)) && !self.notices.contains_key(of) {
                self.notices.insert(of.clone(), self.read.notice(of)?);
            }
            if matches!(cell, Cell::Measure(_)) && !self.measures.contains_key(of) {
                self.measures.insert(of.clone(), self.read.packed_measures(of)?.unpack_beside_tasks()?);
            }
            row.notice = self.notices.get(of);
            row.measure = self.measures.get(of).and_then(|measures| measures.get(&task.id));
        }
        Ok(cell.text(row))
    }
}
