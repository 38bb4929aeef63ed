//! Which tasks are wanted, as SQL: only the conditions that are asked, so that the indexes are used.

use chrono::NaiveDate;
use domain::{Light, Lights, Pace, Standing, TaskStatus, UnitRole};
use rusqlite::types::Value;

use super::TaskRecord;
use super::list::until;
use super::walk::Statement;
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
    /// This unit leads it, whatever else is asked of units.
    pub lead: Option<UnitId>,
    /// One of these statuses; any where none is named.
    pub statuses: Vec<TaskStatus>,
    /// Only statuses in which this is owed.
    pub standing: Option<Standing>,
    /// One of these lights, as told by these.
    pub lights: Option<(Vec<Light>, Lights)>,
    /// Only this progress light, as told by these.
    pub pace: Option<(Pace, Lights)>,
    /// Due on this day or later.
    pub due_from: Option<NaiveDate>,
    /// Due before this day.
    pub due_before: Option<NaiveDate>,
    /// Only tasks without a due day.
    pub without_due: bool,
    /// Of one of these notices; of any, or of none, where none is named.
    pub notices: Vec<NoticeId>,
    /// Only tasks that no notice gave.
    pub by_hand: bool,
    /// Only of notices of this region.
    pub region: Option<String>,
    /// Only tasks on which this person is named.
    pub person: Option<String>,
    /// Only tasks that come back in a rhythm.
    pub recurring: bool,
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

/// What a statement asks of a task, and what is bound in it.
#[derive(Default)]
pub(super) struct Conditions {
    sql: Vec<String>,
    pub(super) values: Vec<Named>,
}

impl Conditions {
    pub(super) fn add(&mut self, sql: impl Into<String>) {
        self.sql.push(sql.into());
    }

    fn with(&mut self, sql: impl Into<String>, name: &'static str, value: impl Into<Value>) {
        self.add(sql);
        self.values.push((name, value.into()));
    }

    pub(super) fn all(&self) -> String {
        if self.sql.is_empty() { "1".to_owned() } else { self.sql.join("\n  AND ") }
    }
}

/// The codes of statuses, in order.
fn codes(statuses: &[TaskStatus], between: &str) -> String {
    let codes: Vec<&str> = statuses.iter().map(|status| status.code()).collect();
    codes.join(between)
}

impl TaskFilter {
    /// A statement that counts what answers the filter: from kept figures where they are kept by all that is asked.
    pub(super) fn count(&self, as_of: AsOf) -> Statement {
        if let Some(mut conditions) = self.figures_counted().filter(|_| as_of.is_now()) {
            self.conditions_of_tasks(&mut conditions, "", "");
            self.condition_of_region(&mut conditions, "");
            let sql = format!("{}WHERE {}", include_str!("count_figures.sql"), conditions.all());
            return Statement { sql, values: conditions.values };
        }
        let mut conditions = self.conditions(false);
        conditions.values.push(as_of.value());
        let sql = format!("SELECT count(*)\nFROM {{tasks}} AS t\nWHERE {}", conditions.all());
        Statement { sql: as_of.insert(&sql), values: conditions.values }
    }

    /// The figures that count what the filter asks: of one unit, of all tasks, of those that nobody leads.
    fn figures_counted(&self) -> Option<Conditions> {
        let counted_otherwise =
            !self.notices.is_empty() || self.person.is_some() || self.words.is_some() || self.pace.is_some();
        if counted_otherwise || self.recurring || self.by_hand || self.doubtful || self.undated {
            return None;
        }
        let mut conditions = Conditions::default();
        match (&self.units, &self.lead, self.role, self.unassigned) {
            (None, None, None, false) => conditions.add("t.unit = 0"),
            (None, None, None, true) => conditions.add("t.unit = -1"),
            (None, Some(lead), None, false) => {
                conditions.with("t.unit = (SELECT id FROM units WHERE uid = :lead)", ":lead", lead);
                conditions.add(format!("t.role = '{}'", UnitRole::Lead.code()));
            }
            (Some(units), None, role, false) => {
                let [unit] = units.as_slice() else { return None };
                conditions.with("t.unit = (SELECT id FROM units WHERE uid = :unit)", ":unit", unit);
                if let Some(role) = role {
                    conditions.add(format!("t.role = '{}'", role.code()));
                }
            }
            _ => return None,
        }
        Some(conditions)
    }

    /// What the filter asks of a task. `walked` says that the order is served by an index: then no other is used.
    pub(super) fn conditions(&self, walked: bool) -> Conditions {
        let mut all = Conditions::default();
        // SQLite uses no index for a column behind a plus. It does not know that a status or a region has many tasks and a
        // unit or a notice few.
        let aside = if walked { "+" } else { "" };
        let aside_of_many = if walked || self.is_narrow() { "+" } else { "" };
        let aside_of_due = if walked && self.order == Order::Due { "" } else { aside_of_many };
        // The leads of a region have an index of their own.
        let aside_of_region = if walked && self.order == Order::Lead { "" } else { aside_of_many };
        self.conditions_of_units(&mut all, aside);
        self.conditions_of_tasks(&mut all, aside_of_many, aside_of_due);
        self.condition_of_region(&mut all, aside_of_region);
        match self.notices.as_slice() {
            [] => {}
            [notice] => {
                all.with(format!("{aside}t.notice = (SELECT id FROM notices WHERE uid = :notice)"), ":notice", notice);
            }
            several => all.with(format!("{aside}t.notice IN ({NOTICES_OF_JSON})"), ":notices", in_json(several)),
        }
        if self.by_hand {
            all.add(format!("{aside}t.notice IS NULL"));
        }
        if self.recurring {
            // They have an index of their own, by due day.
            let aside = if self.order == Order::Due { "" } else { aside };
            all.add(format!("{aside}t.deadline_kind = 'periodic'"));
        }
        if let Some(person) = &self.person {
            let sql = format!("{aside}t.id IN (SELECT tp.task FROM {{task_people}} AS tp WHERE tp.name = :person)");
            all.with(sql, ":person", person.clone());
        }
        if self.doubtful {
            // The order by due day has an index of the doubtful alone.
            let aside = if self.order == Order::Due { "" } else { aside };
            all.add(format!("{aside}t.doubt_count > 0"));
        }
        if self.undated {
            all.add(format!("{aside}t.begins = ''"));
        }
        if let Some((pace, lights)) = self.pace {
            pace_condition(&mut all, pace, lights);
            all.values.push((":until", until(self.as_of)));
        }
        if let Some(words) = &self.words {
            words_condition(&mut all, aside, words);
        }
        all
    }

    /// Whether something is asked that few tasks answer.
    fn is_narrow(&self) -> bool {
        !self.notices.is_empty()
            || self.by_hand
            || self.recurring
            || self.person.is_some()
            || self.units.is_some()
            || self.lead.is_some()
            || self.words.is_some()
            || self.unassigned
            || self.doubtful
            || self.undated
    }

    /// What figures are kept by.
    fn conditions_of_tasks(&self, all: &mut Conditions, aside: &str, aside_of_due: &str) {
        if !self.statuses.is_empty() {
            all.add(format!("{aside}t.status IN ('{}')", codes(&self.statuses, "', '")));
        }
        if let Some(standing) = self.standing {
            all.add(in_standing(standing));
        }
        if let Some((lights, told_by)) = &self.lights {
            light_condition(all, aside_of_due, lights, *told_by);
        }
        if self.without_due {
            all.add(format!("{aside_of_due}t.due IS NULL"));
        }
        if let Some(day) = self.due_from {
            all.with(format!("{aside_of_due}t.due >= :due_from"), ":due_from", day.to_string());
        }
        if let Some(day) = self.due_before {
            all.with(format!("{aside_of_due}t.due < :due_before"), ":due_before", day.to_string());
        }
    }

    fn condition_of_region(&self, all: &mut Conditions, aside: &str) {
        if let Some(region) = &self.region {
            all.with(format!("{aside}t.region = :region"), ":region", region.clone());
        }
    }

    fn conditions_of_units(&self, all: &mut Conditions, aside: &str) {
        let role = match self.role {
            Some(role) => format!("AND tu.role = '{}'", role.code()),
            None => String::new(),
        };
        if let Some(units) = &self.units {
            let sql = format!(
                "{aside}t.id IN (SELECT tu.task FROM {{task_units}} AS tu WHERE tu.unit IN ({UNITS_OF_JSON}) {role})"
            );
            all.with(sql, ":units", in_json(units));
        } else if self.role == Some(UnitRole::Lead) {
            all.add(format!("{aside}t.first_lead IS NOT NULL"));
        } else if self.role.is_some() {
            all.add(format!("EXISTS (SELECT 1 FROM {{task_units}} AS tu WHERE tu.task = t.id {role})"));
        }
        if let Some(lead) = &self.lead {
            let sql = format!(
                "{aside}t.id IN (SELECT tu.task FROM {{task_units}} AS tu WHERE tu.role = '{}' AND tu.unit = (SELECT id FROM units WHERE uid = :lead))",
                UnitRole::Lead.code()
            );
            all.with(sql, ":lead", lead);
        }
        if self.unassigned {
            all.add(format!("{aside}t.first_lead IS NULL"));
        }
    }
}

/// Units by their ids, written as JSON.
const UNITS_OF_JSON: &str = "SELECT id FROM units WHERE uid IN (SELECT unhex(value, '-') FROM json_each(:units))";

/// Notices by their ids, written as JSON.
const NOTICES_OF_JSON: &str = "SELECT id FROM notices WHERE uid IN (SELECT unhex(value, '-') FROM json_each(:notices))";

fn in_json(ids: &[impl ToString]) -> String {
    serde_json::json!(ids.iter().map(ToString::to_string).collect::<Vec<_>>()).to_string()
}

fn in_standing(standing: Standing) -> String {
    format!("+t.status IN ('{}')", statuses_of(standing))
}

/// The codes of the statuses of a standing, as a list quotes them.
fn statuses_of(standing: Standing) -> String {
    let statuses: Vec<TaskStatus> =
        TaskStatus::ALL.into_iter().filter(|status| status.standing() == standing).collect();
    codes(&statuses, "', '")
}

/// One of these lights.
fn light_condition(all: &mut Conditions, aside: &str, lights: &[Light], told_by: Lights) {
    // With a choice no index of the due day helps.
    let aside = if lights.len() > 1 { "+" } else { aside };
    let each: Vec<String> = lights.iter().map(|light| one_light(aside, *light)).collect();
    match each.as_slice() {
        [one] => all.add(one.clone()),
        several => all.add(format!("(({}))", several.join(") OR ("))),
    }
    let named = |name: &str| each.iter().any(|sql| sql.contains(name));
    if named(":today") {
        all.values.push((":today", told_by.today.to_string().into()));
    }
    if named(":soon") {
        all.values.push((":soon", told_by.due_soon_until().to_string().into()));
    }
}

/// The same division that [`Lights::of`] makes; a test compares the two.
fn one_light(aside: &str, light: Light) -> String {
    let standing = match light {
        Light::Done => Standing::Done,
        Light::Ended => Standing::Ended,
        Light::Overdue | Light::DueSoon | Light::OnTrack | Light::NoDeadline => Standing::Open,
    };
    let standing = in_standing(standing);
    match light {
        Light::Done | Light::Ended => standing,
        Light::NoDeadline => format!("{standing} AND {aside}t.due IS NULL"),
        Light::Overdue => format!("{standing} AND {aside}t.due < :today"),
        Light::DueSoon => format!("{standing} AND {aside}t.due >= :today AND {aside}t.due <= :soon"),
        Light::OnTrack => format!("{standing} AND {aside}t.due > :soon"),
    }
}

/// The same division that [`Lights::pace`] makes; a test compares the two.
fn pace_condition(all: &mut Conditions, pace: Pace, lights: Lights) {
    let share = include_str!("share.sql").trim_end();
    let expected = include_str!("expected.sql").trim_end();
    let has_term = "+t.begins <> '' AND +t.due > +t.begins";
    match pace {
        Pace::Behind | Pace::InStep => {
            // Few tasks have a share stated.
            all.add("t.id IN (SELECT task FROM progress_entries WHERE share IS NOT NULL)");
            all.add(in_standing(Standing::Open));
            all.add(has_term);
            let than = if pace == Pace::Behind { ">" } else { "<=" };
            all.add(format!("{expected} - {share} {than} :points"));
        }
        Pace::Unreported => {
            all.add(in_standing(Standing::Open));
            all.add(has_term);
            all.add(format!("{expected} > :points"));
            all.add(format!("{share} IS NULL"));
        }
        Pace::Unmeasured => {
            let open = statuses_of(Standing::Open);
            // What is an expression of its own is worked out to its end, but a case only as far as it must be.
            all.add(format!(
                "CASE WHEN t.status NOT IN ('{open}') OR t.begins = '' OR t.due IS NULL OR t.due <= t.begins THEN 1                  WHEN {expected} > :points THEN 0 ELSE {share} IS NULL END"
            ));
        }
    }
    all.values.push((":today", lights.today.to_string().into()));
    all.values.push((":points", i64::from(lights.thresholds.behind_points).into()));
}

fn words_condition(all: &mut Conditions, aside: &str, words: &str) {
    let Some(question) = pairs::question(words) else { return };
    let sql = format!("{aside}t.id IN (SELECT rowid FROM task_index WHERE task_index MATCH :words)");
    all.with(sql, ":words", question.asked);
    if let Some(words) = question.to_verify {
        all.with(include_str!("holds_words.sql"), ":to_verify", words);
    }
}
