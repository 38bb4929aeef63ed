//! How the pages of a list are walked: in stretches, one behind the other, each in an order that an index serves, so that
//! a page costs what it shows however many tasks there are.

use domain::TaskStatus;
use rusqlite::types::Value;

use super::TaskFilter;
use super::list::{rows, until};
use super::query::Order;
use crate::as_of::AsOf;
use crate::rows::Named;

/// With no more answers than this they are gathered by what the filter asks and sorted; with more an order is walked and
/// what does not fit is passed over.
const FEW: u32 = 2_000;

/// Names under which the key of the last row is bound.
const KEY: [&str; 3] = [":first", ":second", ":third"];

/// A part of a list.
pub(super) struct Stretch {
    from: &'static str,
    /// Which tasks belong to it.
    within: String,
    /// What they are ordered by, before their number.
    by: &'static [&'static str],
}

/// The row that a page begins after: its stretch, and its key there.
pub(super) struct Place {
    pub(super) stretch: usize,
    pub(super) key: Vec<Value>,
}

const TASKS: &str = "FROM {tasks} AS t";
const LEADS: &str = "FROM {tasks} AS t CROSS JOIN units AS l ON l.id = t.first_lead";
const LEADS_WALKED: &str = "FROM units AS l CROSS JOIN tasks AS t ON t.first_lead = l.id";

/// The stretches of an order: those without what is ordered by come last, whichever way it is walked.
pub(super) fn stretches(order: Order, descending: bool) -> Vec<Stretch> {
    let stretch = |from, within: &str, by| Stretch { from, within: within.to_owned(), by };
    match order {
        Order::Due => vec![stretch(TASKS, "t.due IS NOT NULL", &["t.due"]), stretch(TASKS, "t.due IS NULL", &[])],
        Order::Notice => {
            vec![stretch(TASKS, "t.notice IS NOT NULL", &["t.notice"]), stretch(TASKS, "t.notice IS NULL", &[])]
        }
        Order::Lead => vec![stretch(LEADS, "1", &["l.name", "l.id"]), stretch(TASKS, "t.first_lead IS NULL", &[])],
        Order::Status => {
            let of = |status: &TaskStatus| stretch(TASKS, &format!("t.status = '{}'", status.code()), &[]);
            let mut all: Vec<Stretch> = TaskStatus::ALL.iter().map(of).collect();
            if descending {
                all.reverse();
            }
            all
        }
    }
}

/// A statement and what is bound in it.
pub(super) struct Statement {
    pub(super) sql: String,
    pub(super) values: Vec<Named>,
}

impl Stretch {
    /// Gives the key of the task with this id when it belongs to the stretch.
    pub(super) fn key_of_last(&self, as_of: AsOf) -> String {
        let Self { from, within, .. } = self;
        as_of.insert(&format!("SELECT {} {from} WHERE t.uid = :last AND {within}", self.columns("t.id").join(", ")))
    }

    /// The rows of the stretch that answer the filter, behind a key, so many at most.
    pub(super) fn rows(
        &self,
        filter: &TaskFilter,
        total: u32,
        as_of: AsOf,
        after: Option<&[Value]>,
        limit: i64,
    ) -> Statement {
        let Self { from, within, .. } = self;
        let walked = total > FEW && as_of.is_now();
        let mut conditions = filter.conditions(walked);
        // SQLite uses no index for what stands behind a plus: few tasks are gathered by what the filter asks.
        let aside = if walked { "" } else { "+" };
        conditions.add(format!("{aside}{within}"));
        let columns: Vec<String> = self.columns("t.id").iter().map(|column| format!("{aside}{column}")).collect();
        let direction = if filter.descending { "DESC" } else { "ASC" };
        if let Some(key) = after {
            let beyond = if filter.descending { "<" } else { ">" };
            let names: Vec<&str> = KEY.into_iter().take(key.len()).collect();
            conditions.add(format!("({}) {beyond} ({})", columns.join(", "), names.join(", ")));
            conditions.values.extend(names.into_iter().zip(key.iter().cloned()));
        }
        conditions.values.extend([(":limit", limit.into()), (":until", until(filter.as_of)), as_of.value()]);
        let order = columns.iter().map(|column| format!("{column} {direction}")).collect::<Vec<_>>().join(", ");
        // What is shown of a task is looked up for the rows of the page only.
        let walked_from = if walked && *from == LEADS { LEADS_WALKED } else { from };
        let page = format!("SELECT t.id\n{walked_from}\nWHERE {}\nORDER BY {order}\nLIMIT :limit", conditions.all());
        let sql = format!(
            "{}{from} LEFT JOIN notices AS n ON n.id = t.notice LEFT JOIN task_origins AS o ON o.task = t.id\nWHERE t.id IN ({page})\nORDER BY {order}",
            rows()
        );
        Statement { sql: as_of.insert(&sql), values: conditions.values }
    }

    fn columns(&self, number: &'static str) -> Vec<&'static str> {
        self.by.iter().copied().chain([number]).collect()
    }
}
