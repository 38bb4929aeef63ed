//! Which notices are wanted, as SQL: only the conditions that are asked.

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::Value;

use crate::NoticeId;
use crate::rows::Named;

/// What notices are ordered by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum NoticeOrder {
    /// When they came.
    #[default]
    Added,
    /// Day of issue; without one last.
    Issued,
    /// How many measures were found.
    Measures,
}

/// Which notices are wanted. Every field narrows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoticeFilter {
    /// Only this one.
    pub id: Option<NoticeId>,
    /// Title, number or issuers contain this.
    pub words: Option<String>,
    /// Only of this region.
    pub region: Option<String>,
    /// Only what waits for a person: measures found, none confirmed.
    pub unconfirmed: bool,
    /// Only what a newer version is known of.
    pub overtaken: bool,
    /// Also what repeats another notice.
    pub with_duplicates: bool,
    /// Only what counts as having been there on this day.
    pub as_of: Option<NaiveDate>,
    /// Order.
    pub order: NoticeOrder,
    /// Last first.
    pub descending: bool,
    /// The last notice of the page before.
    pub after: Option<NoticeId>,
    /// How many at most; 0 for all.
    pub limit: u32,
}

/// What a statement asks of a notice, and what is bound in it.
#[derive(Clone, Default)]
pub(super) struct Conditions {
    sql: Vec<String>,
    pub(super) values: Vec<Named>,
}

impl Conditions {
    pub(super) fn add(&mut self, sql: impl Into<String>) {
        self.sql.push(sql.into());
    }

    pub(super) fn with(&mut self, sql: impl Into<String>, name: &'static str, value: impl Into<Value>) {
        self.add(sql);
        self.values.push((name, value.into()));
    }

    pub(super) fn all(&self) -> String {
        if self.sql.is_empty() { "1".to_owned() } else { self.sql.join("\n  AND ") }
    }
}

impl NoticeFilter {
    /// The index that has all that is asked, to be read through.
    pub(super) fn index(&self) -> &'static str {
        if self.id.is_some() {
            ""
        } else if self.wanted_words().is_some() || self.as_of.is_some() {
            "INDEXED BY notices_listed"
        } else {
            "INDEXED BY notices_counted"
        }
    }

    /// The words that are asked for.
    pub(super) fn wanted_words(&self) -> Option<&str> {
        self.words.as_deref().map(str::trim).filter(|words| !words.is_empty())
    }

    /// What the filter asks of a notice. SQLite uses no index for a column behind a plus: either an order is walked, or all
    /// that is asked stands in one index, which is read through.
    pub(super) fn conditions(&self) -> Conditions {
        let mut all = Conditions::default();
        if let Some(id) = &self.id {
            all.with("n.uid = :id", ":id", id);
        }
        if !self.with_duplicates {
            all.add("+n.duplicate_of IS NULL");
        }
        if self.unconfirmed {
            all.add("+n.confirmed = 0 AND +n.measure_count > 0");
        }
        if self.overtaken {
            all.add("+n.id IN (SELECT older FROM version_links WHERE NOT taken_off)");
        }
        if let Some(region) = &self.region {
            all.with("+n.region = :region", ":region", region.clone());
        }
        if let Some(day) = self.as_of {
            all.with(include_str!("was_there.sql"), ":day", day.to_string());
        }
        if let Some(words) = self.wanted_words() {
            all.with(include_str!("has_words.sql"), ":words", words.to_owned());
        }
        all
    }
}

/// Gives statements the function `first_day(number, title)`: from which day a notice without a day of issue counts as
/// having been there; NULL where it says nothing of it.
pub(crate) fn install(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_DIRECTONLY;
    connection.create_scalar_function("first_day", 2, flags, |values: &Context<'_>| {
        let text = |at: usize| values.get_raw(at).as_str_or_null().ok().flatten();
        Ok(domain::first_day(None, text(0), text(1).unwrap_or_default()).map(|day| day.to_string()))
    })
}
