//! A list of tasks given page by page as it is read, for fronts that write it out: a list of any size needs little memory.

use store::TaskFilter;

use crate::columns::COLUMNS;
use crate::context::Caller;
use crate::export::ExportError;
use crate::{ledger_rows, list, tasks, wire};

/// So many tasks are read at a time.
const PAGE: u32 = 1_000;

/// Gives what `list_tasks` gives to `each` in pages that follow each other, at least one, all of one moment of the
/// register: as many tasks as the query limits it to, or all.
///
/// # Errors
/// When the register cannot be read, or `each` fails; then it may have been given a part.
pub fn each_page_of_tasks(
    caller: &mut Caller<'_>,
    as_of: Option<chrono::NaiveDate>,
    query: wire::TaskQuery,
    each: &mut dyn FnMut(wire::TaskPage) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    let context = list::context(caller, "list_tasks", as_of)?;
    let lights = context.lights()?;
    let snapshot = context.caller.store.snapshot()?;
    let read = snapshot.read();
    let wanted = query.limit;
    let mut filter = tasks::filter(&context, query)?;
    let total = read.count_tasks(&filter)?;
    let undated = context.undated(filter.clone())?;
    let mut given = 0;
    loop {
        filter.limit = page_size(&filter, wanted.saturating_sub(given), wanted == 0);
        let slice = read.page_of_tasks(&filter, total)?;
        given += u32::try_from(slice.tasks.len()).unwrap_or(u32::MAX);
        each(wire::TaskPage {
            total,
            undated,
            rows: ledger_rows::rows(COLUMNS, read, slice.tasks, lights)?,
            next: slice.next.as_ref().map(ToString::to_string),
        })?;
        match slice.next {
            Some(last) if wanted == 0 || given < wanted => filter.after = Some(last),
            _ => return Ok(()),
        }
    }
}

/// How many tasks the next page has; 0 for all that are left.
fn page_size(filter: &TaskFilter, left: u32, is_all: bool) -> u32 {
    match (filter.as_of, is_all) {
        // How all tasks stood on a past day is found out at once.
        (Some(_), true) => 0,
        (Some(_), false) => left,
        (None, true) => PAGE,
        (None, false) => left.min(PAGE),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::Office;

    #[test]
    fn pages_of_a_list_are_the_list_and_stop_where_it_is_limited() {
        let rows: String = (1..=2_300).map(|n| format!("（{n}）办好第{n}件事。责任单位：市财政局。\n")).collect();
        let (_folder, mut office) = Office::with_document(&format!("关于印发方案的通知\n一、任务\n{rows}"));
        let whole: wire::TaskPage = office.ask("list_tasks", json!({}));
        assert!(whole.rows.len() > 2 * PAGE as usize, "{}", whole.rows.len());
        for limit in [0, 1, PAGE, PAGE + 1] {
            let (mut rows, mut last) = (Vec::new(), None);
            let query = wire::TaskQuery { limit, ..wire::TaskQuery::default() };
            let mut each = |page: wire::TaskPage| {
                assert_eq!(page.total, whole.total);
                assert!(page.rows.len() <= PAGE as usize);
                rows.extend(page.rows);
                last = page.next;
                Ok(())
            };
            office.with_caller(|caller| each_page_of_tasks(caller, None, query, &mut each)).unwrap();
            let expected = if limit == 0 { whole.rows.len() } else { limit as usize };
            assert_eq!(rows, whole.rows[..expected], "{limit}");
            assert_eq!(last.is_some(), limit > 0, "{limit}");
        }
    }
}
