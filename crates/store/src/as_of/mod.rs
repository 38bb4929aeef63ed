//! Looking back: the tasks as they stood at the end of a past day.
//!
//! A task exists from the day it begins, or always where that is not known. How it stood is said by the last event up to
//! the day, or else by the first one after it, which says what was before: so an event that is recorded late, for a day
//! before others, still counts from its own day. On a day after which nothing happened the rows are read as they stand.

use chrono::NaiveDate;
use rusqlite::types::Value;

use crate::rows::Named;
use crate::{Reader, StoreError};

/// The day looked back to; none for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AsOf(pub(crate) Option<NaiveDate>);

impl AsOf {
    /// Whether the register is asked as it stands.
    pub(crate) fn is_now(self) -> bool {
        self.0.is_none()
    }

    /// The statement with its tables of tasks, their units, people and duties as they stood.
    pub(crate) fn insert(self, sql: &str) -> String {
        self.insert_tasks(sql)
            .replace("{task_units}", self.task_units())
            .replace("{task_people}", if self.is_now() { "task_people" } else { include_str!("task_people.sql") })
            .replace("{duties}", if self.is_now() { "duties" } else { "(SELECT * FROM duties WHERE happened <= :day)" })
            .replace("{occurrences}", self.occurrences())
    }

    /// The statement with its table `{tasks}` alone as it stood.
    pub(crate) fn insert_tasks(self, sql: &str) -> String {
        match self.0 {
            Some(_) => sql.replace("{tasks}", &include_str!("tasks.sql").replace("{task_units}", self.task_units())),
            None => sql.replace("{tasks}", "tasks"),
        }
    }

    fn occurrences(self) -> &'static str {
        if self.is_now() { "occurrences" } else { "(SELECT * FROM occurrences WHERE happened <= :day)" }
    }

    fn task_units(self) -> &'static str {
        if self.is_now() { "task_units" } else { include_str!("task_units.sql") }
    }

    /// The day as such a statement names it.
    pub(crate) fn value(self) -> Named {
        (":day", self.0.map_or(Value::Null, |day| day.to_string().into()))
    }
}

impl Reader<'_> {
    /// The day, when something happened after it; none when the register stands as it stood then.
    pub(crate) fn past(&self, day: NaiveDate) -> Result<Option<NaiveDate>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("anything_later.sql"))?;
        let later: bool = statement.query_row(&[(":day", &day)], |row| row.get(0))?;
        Ok(later.then_some(day))
    }
}

#[cfg(test)]
mod tests;
