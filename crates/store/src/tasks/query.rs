//! Which tasks are wanted, as SQL: only the conditions that are asked, so that the indexes are used.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};
use domain::{DUE_SOON_DAYS, Light, TaskStatus, UnitRole};
use rusqlite::types::Value;

use super::TaskRecord;
use crate::as_of::AsOf;
use crate::rows::Named;
use crate::search::pairs;
use crate::{NoticeId, TaskId, UnitId};

/// What tasks are ordered by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Due day; without one last.
    #[default]
    Due,
    /// Notice and place in it.
    Notice,
    /// Name of the first lead unit; without one last.
    Lead,
    /// Status.
    Status,
}

/// Which tasks are wanted. Every field narrows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskFilter {
    /// One of these units is on it.
    pub units: Option<Vec<UnitId>>,
    /// In this role; without units, any unit in this role.
    pub role: Option<UnitRole>,
    /// Only this status.
    pub status: Option<TaskStatus>,
    /// Only this light on this day.
    pub light: Option<(Light, NaiveDate)>,
    /// Due on this day or later.
    pub due_from: Option<NaiveDate>,
    /// Due before this day.
    pub due_before: Option<NaiveDate>,
    /// Only of this notice.
    pub notice: Option<NoticeId>,
    /// Only of notices of this region.
    pub region: Option<String>,
    /// Only tasks that no unit leads.
    pub unassigned: bool,
    /// Only tasks with doubts.
    pub doubtful: bool,
    /// Only tasks of which nobody knows since when they are owed.
    pub undated: bool,
    /// Text, title, units or number contain all of these words.
    pub words: Option<String>,
    /// Order.
    pub order: Order,
    /// Last first.
    pub descending: bool,
    /// The last task of the page before.
    pub after: Option<TaskId>,
    /// As they stood at the end of this day; without it as they stand.
    pub as_of: Option<NaiveDate>,
    /// How many at most; 0 for all.
    pub limit: u32,
}

/// One page of tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskSlice {
    /// How many answer the filter in all.
    pub total: u32,
    /// Those of this page.
    pub tasks: Vec<TaskRecord>,
    /// Where the next page begins after; none on the last.
    pub next: Option<TaskId>,
}

/// Two statements with what is to be bound.
pub(super) struct Query {
    pub(super) count: String,
    pub(super) count_values: Vec<Named>,
    pub(super) select: String,
    pub(super) select_values: Vec<Named>,
}

#[derive(Default)]
struct Conditions {
    sql: Vec<String>,
    values: Vec<Named>,
}

impl Conditions {
    fn add(&mut self, sql: impl Into<String>) {
        self.sql.push(sql.into());
    }

    fn with(&mut self, sql: impl Into<String>, name: &'static str, value: impl Into<Value>) {
        self.add(sql);
        self.values.push((name, value.into()));
    }

    fn all(&self) -> String {
        if self.sql.is_empty() { "1".to_owned() } else { self.sql.join("\n  AND ") }
    }
}

/// How a page is walked: what is read, and the key that rows are ordered by. By day an index gives them in order.
struct Walk {
    from: &'static str,
    /// The first part of the key; the number of the task parts what is equal in it.
    key: Cow<'static, str>,
}

impl Walk {
    fn of(order: Order, descending: bool) -> Self {
        let (from, key) = match (order, descending) {
            (Order::Due, false) => (TASKS, "coalesce(t.due, '9999')".into()),
            (Order::Due, true) => (TASKS, "coalesce(t.due, '')".into()),
            (Order::Notice, _) => (TASKS, "t.notice".into()),
            (Order::Lead, false) => (LEADS, "coalesce(l.name, char(0x10FFFF))".into()),
            (Order::Lead, true) => (LEADS, "coalesce(l.name, '')".into()),
            (Order::Status, _) => (TASKS, format!("instr('{}', t.status)", codes(&TaskStatus::ALL, " ")).into()),
        };
        Self { from, key }
    }
}

/// The codes of statuses, in order.
fn codes(statuses: &[TaskStatus], between: &str) -> String {
    let codes: Vec<&str> = statuses.iter().map(|status| status.code()).collect();
    codes.join(between)
}

const TASKS: &str = "FROM {tasks} AS t";
const LEADS: &str = "FROM {tasks} AS t LEFT JOIN units AS l ON l.id = t.first_lead";

impl TaskFilter {
    /// A statement that gives the key of the row a page begins after, named `:last`.
    pub(super) fn key_of_last(&self, as_of: AsOf) -> String {
        let Walk { from, key } = Walk::of(self.order, self.descending);
        as_of.insert(&format!("SELECT {key}, t.id {from} WHERE t.uid = :last"))
    }

    /// The statements of a page that begins after the row with this key.
    pub(super) fn query(&self, as_of: AsOf, after: Option<[Value; 2]>) -> Query {
        let mut conditions = self.conditions();
        conditions.values.push(as_of.value());
        let count = format!("SELECT count(*)\n{TASKS}\nWHERE {}", conditions.all());
        let count_values = conditions.values.clone();
        let Walk { from, key } = Walk::of(self.order, self.descending);
        let (direction, beyond) = if self.descending { ("DESC", "<") } else { ("ASC", ">") };
        if let Some([first, second]) = after {
            conditions.with(format!("({key}, t.id) {beyond} (:first, :second)"), ":first", first);
            conditions.values.push((":second", second));
        }
        // One more than asked tells whether there is a next page.
        let limit = if self.limit == 0 { -1 } else { i64::from(self.limit) + 1 };
        conditions.values.push((":limit", limit.into()));
        let order = format!("{key} {direction}, t.id {direction}");
        // What is shown of a task is looked up for the rows of the page only.
        let page = format!("SELECT t.id\n{from}\nWHERE {}\nORDER BY {order}\nLIMIT :limit", conditions.all());
        let select = format!(
            "{}{from} LEFT JOIN notices AS n ON n.id = t.notice\nWHERE t.id IN ({page})\nORDER BY {order}",
            include_str!("rows.sql")
        );
        let (count, select) = (as_of.insert(&count), as_of.insert(&select));
        Query { count, count_values, select, select_values: conditions.values }
    }

    fn conditions(&self) -> Conditions {
        let mut all = Conditions::default();
        self.unit_conditions(&mut all);
        if let Some(status) = self.status {
            all.with("t.status = :status", ":status", status.code().to_owned());
        }
        if let Some((light, today)) = self.light {
            light_condition(&mut all, light, today);
        }
        if let Some(day) = self.due_from {
            all.with("t.due >= :due_from", ":due_from", day.to_string());
        }
        if let Some(day) = self.due_before {
            all.with("t.due < :due_before", ":due_before", day.to_string());
        }
        if let Some(notice) = &self.notice {
            all.with("t.notice = (SELECT id FROM notices WHERE uid = :notice)", ":notice", notice);
        }
        if let Some(region) = &self.region {
            all.with("t.region = :region", ":region", region.clone());
        }
        if self.doubtful {
            all.add("t.doubt_count > 0");
        }
        if self.undated {
            all.add("t.begins = ''");
        }
        if let Some(words) = &self.words {
            words_condition(&mut all, words);
        }
        all
    }

    fn unit_conditions(&self, all: &mut Conditions) {
        let role = match self.role {
            Some(role) => format!("AND tu.role = '{}'", role.code()),
            None => String::new(),
        };
        if let Some(units) = &self.units {
            let names: Vec<String> = units.iter().map(ToString::to_string).collect();
            let json = serde_json::json!(names).to_string();
            let sql =
                format!("t.id IN (SELECT tu.task FROM {{task_units}} AS tu WHERE tu.unit IN ({UNITS_OF_JSON}) {role})");
            all.with(sql, ":units", json);
        } else if self.role == Some(UnitRole::Lead) {
            all.add("t.first_lead IS NOT NULL");
        } else if self.role.is_some() {
            all.add(format!("EXISTS (SELECT 1 FROM {{task_units}} AS tu WHERE tu.task = t.id {role})"));
        }
        if self.unassigned {
            all.add("t.first_lead IS NULL");
        }
    }
}

/// Units by their ids, written as JSON.
const UNITS_OF_JSON: &str = "SELECT id FROM units WHERE uid IN (SELECT unhex(value, '-') FROM json_each(:units))";

/// The same division that [`Light::of`] makes; a test compares the two.
fn light_condition(all: &mut Conditions, light: Light, today: NaiveDate) {
    let done: Vec<TaskStatus> = TaskStatus::ALL.into_iter().filter(|status| status.is_done()).collect();
    let done = format!("t.status IN ('{}')", codes(&done, "', '"));
    let soon = today.checked_add_days(Days::new(DUE_SOON_DAYS.unsigned_abs())).unwrap_or(NaiveDate::MAX);
    match light {
        Light::Done => all.add(done),
        _ => all.add(format!("NOT {done}")),
    }
    match light {
        Light::Done => {}
        Light::NoDeadline => all.add("t.due IS NULL"),
        Light::Overdue => all.with("t.due < :today", ":today", today.to_string()),
        Light::DueSoon => {
            all.with("t.due >= :today", ":today", today.to_string());
            all.with("t.due <= :soon", ":soon", soon.to_string());
        }
        Light::OnTrack => all.with("t.due > :soon", ":soon", soon.to_string()),
    }
}

fn words_condition(all: &mut Conditions, words: &str) {
    let Some(question) = pairs::question(words) else { return };
    all.with("t.id IN (SELECT rowid FROM task_index WHERE task_index MATCH :words)", ":words", question.asked);
    if let Some(words) = question.to_verify {
        all.with(include_str!("holds_words.sql"), ":to_verify", words);
    }
}
