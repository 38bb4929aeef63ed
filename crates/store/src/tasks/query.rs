//! Which tasks are wanted, as SQL: only the conditions that are asked, so that the indexes are used.

use chrono::{Days, NaiveDate};
use domain::{DUE_SOON_DAYS, Light, TaskStatus, UnitRole};
use rusqlite::types::Value;

use super::TaskRecord;
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
    /// Text, title, units or number contain all of these words.
    pub words: Option<String>,
    /// Order.
    pub order: Order,
    /// Last first.
    pub descending: bool,
    /// The last task of the page before.
    pub after: Option<TaskId>,
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
    pub(super) count_values: Vec<(&'static str, Value)>,
    pub(super) select: String,
    pub(super) select_values: Vec<(&'static str, Value)>,
}

#[derive(Default)]
struct Conditions {
    sql: Vec<String>,
    values: Vec<(&'static str, Value)>,
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

const FROM: &str = "FROM tasks AS t JOIN notices AS n ON n.id = t.notice";

impl TaskFilter {
    pub(super) fn query(&self) -> Query {
        let mut conditions = self.conditions();
        let count = format!("SELECT count(*)\n{FROM}\nWHERE {}", conditions.all());
        let count_values = conditions.values.clone();
        let key = self.sort_key();
        let (direction, beyond) = if self.descending { ("DESC", "<") } else { ("ASC", ">") };
        if let Some(after) = &self.after {
            // The key of the row before is computed again rather than sent: it stays the same words in one place.
            let last = format!("(SELECT {key}, t.seq {FROM} WHERE t.id = :after)");
            conditions.with(format!("({key}, t.seq) {beyond} {last}"), ":after", after.as_str().to_owned());
        }
        // One more than asked tells whether there is a next page.
        let limit = if self.limit == 0 { -1 } else { i64::from(self.limit) + 1 };
        conditions.values.push((":limit", limit.into()));
        let select = format!(
            "SELECT t.*, n.title AS notice_title\n{FROM}\nWHERE {}\nORDER BY {key} {direction}, t.seq {direction}\nLIMIT :limit",
            conditions.all()
        );
        Query { count, count_values, select, select_values: conditions.values }
    }

    fn sort_key(&self) -> &'static str {
        match (self.order, self.descending) {
            (Order::Due, false) => "coalesce(t.due, '9999')",
            (Order::Due, true) => "coalesce(t.due, '')",
            (Order::Notice, _) => "n.seq",
            (Order::Lead, false) => concat!("coalesce(", include_str!("first_lead.sql"), ", char(0x10FFFF))"),
            (Order::Lead, true) => concat!("coalesce(", include_str!("first_lead.sql"), ", '')"),
            (Order::Status, _) => "instr('issued accepted in_progress submitted completed closed', t.status)",
        }
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
            all.with("t.notice = :notice", ":notice", notice.as_str().to_owned());
        }
        if let Some(region) = &self.region {
            all.with("n.region = :region", ":region", region.clone());
        }
        if self.doubtful {
            all.add("t.doubt_count > 0");
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
            let ids: Vec<&str> = units.iter().map(UnitId::as_str).collect();
            let json = serde_json::json!(ids).to_string();
            let sql = format!(
                "t.id IN (SELECT tu.task FROM task_units AS tu WHERE tu.unit IN (SELECT value FROM json_each(:units)) {role})"
            );
            all.with(sql, ":units", json);
        } else if self.role.is_some() {
            all.add(format!("EXISTS (SELECT 1 FROM task_units AS tu WHERE tu.task = t.id {role})"));
        }
        if self.unassigned {
            all.add("NOT EXISTS (SELECT 1 FROM task_units AS tu WHERE tu.task = t.id AND tu.role = 'lead')");
        }
    }
}

/// The same division that [`Light::of`] makes; a test compares the two.
fn light_condition(all: &mut Conditions, light: Light, today: NaiveDate) {
    const DONE: &str = "t.status IN ('completed', 'closed')";
    let soon = today.checked_add_days(Days::new(DUE_SOON_DAYS.unsigned_abs())).unwrap_or(NaiveDate::MAX);
    match light {
        Light::Done => all.add(DONE),
        _ => all.add(format!("NOT {DONE}")),
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
    if let Some(question) = pairs::question(words) {
        all.with("t.seq IN (SELECT rowid FROM task_index WHERE task_index MATCH :words)", ":words", question);
    }
    let single = pairs::single_characters(words);
    if !single.is_empty() {
        let text = include_str!("searched_text.sql");
        let sql = format!("NOT EXISTS (SELECT 1 FROM json_each(:single) AS s WHERE NOT instr({text}, s.value))");
        all.with(sql, ":single", serde_json::json!(single).to_string());
    }
}
