//! The ledger as comma separated values with a byte order mark, as spreadsheet programs of offices expect it.

use std::collections::HashMap;

use chrono::NaiveDate;
use store::{MeasureRecord, NoticeFilter, NoticeId, NoticeRecord, Order, Reader, TaskFilter, TaskId};

use crate::columns::{COLUMNS, ExportedTask};
use crate::error::CommandError;

/// All tasks in the order of their notices; of a past day those that were there, as they stood.
pub(super) fn write(read: Reader<'_>, as_of: NaiveDate, past: Option<NaiveDate>) -> Result<String, CommandError> {
    let tasks = read.tasks(&TaskFilter { order: Order::Notice, as_of: past, ..TaskFilter::default() })?.tasks;
    let mut text = "\u{FEFF}".to_owned();
    let columns = || COLUMNS.iter().filter_map(|column| Some((column.heading, column.export?)));
    row(&mut text, columns().map(|(heading, _)| heading.to_owned()));
    let notices = read.notices(&NoticeFilter { with_duplicates: true, ..NoticeFilter::default() })?;
    let notices: HashMap<&NoticeId, &NoticeRecord> = notices.iter().map(|notice| (&notice.id, notice)).collect();
    // Tasks come in the order of their notices, so that the measures of one notice are read once.
    let mut measures: HashMap<TaskId, MeasureRecord> = HashMap::new();
    let mut of_notice: Option<&NoticeId> = None;
    for (index, task) in tasks.iter().enumerate() {
        if of_notice != Some(&task.notice) {
            of_notice = Some(&task.notice);
            let found = read.measures(&task.notice)?.into_iter();
            measures = found.filter_map(|measure| Some((measure.task.clone()?, measure))).collect();
        }
        let notice = notices.get(&task.notice).copied();
        let exported = ExportedTask { number: index + 1, task, notice, measure: measures.get(&task.id), as_of };
        row(&mut text, columns().map(|(_, cell)| plain(&cell(&exported))));
    }
    Ok(text)
}

/// Text that a spreadsheet would take for a formula is marked as text: a document is data. A number is none.
fn plain(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<i64>().is_err();
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

fn row(text: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> =
        cells
            .map(|cell| {
                if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
            })
            .collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_cannot_break_the_table_or_become_a_formula() {
        let check = |cell: &str, expected: &str| {
            let mut text = String::new();
            row(&mut text, [plain(cell)].into_iter());
            assert_eq!(text, format!("{expected}\r\n"));
        };
        check("市财政局", "市财政局");
        check("=HYPERLINK(1)", "'=HYPERLINK(1)");
        check("-12", "-12");
        check("-12+A1", "'-12+A1");
        check("甲,乙", "\"甲,乙\"");
        check("说\"好\"", "\"说\"\"好\"\"\"");
    }
}
