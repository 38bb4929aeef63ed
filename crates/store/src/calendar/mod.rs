//! How many tasks are due on which days: for a month, and along the months for each notice or unit.

use chrono::NaiveDate;
use domain::TaskStatus;
use rusqlite::types::Value;

use crate::as_of::AsOf;
use crate::rows::{Named, bind, code};
use crate::{Reader, StoreError, UnitId};

/// Which tasks are counted.
#[derive(Debug, Clone, Copy)]
pub struct DueScope<'a> {
    /// Due on this day or later.
    pub from: NaiveDate,
    /// Due on this day or before.
    pub until: NaiveDate,
    /// Only those this unit leads or assists.
    pub unit: Option<&'a UnitId>,
    /// Only of this region.
    pub region: Option<&'a str>,
    /// As they stood at the end of this day; without it as they stand.
    pub as_of: Option<NaiveDate>,
}

/// Tasks that are due on one day, in one status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueCount {
    /// The day.
    pub due: NaiveDate,
    /// The status.
    pub status: TaskStatus,
    /// How many.
    pub tasks: u32,
}

/// By what a timeline has its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimelineBy {
    /// A row for each notice, and one for what no notice gave.
    Notice,
    /// A row for each unit that leads, and one for what nobody leads.
    Unit,
}

/// Tasks of one row that are due in one month, in one status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthCount {
    /// Id and name of the notice or unit; none for what belongs to none.
    pub of: Option<(String, String)>,
    /// The month: 2026-11.
    pub month: String,
    /// The status.
    pub status: TaskStatus,
    /// Whether their day had passed by the day asked.
    pub is_past: bool,
    /// How many.
    pub tasks: u32,
}

impl DueScope<'_> {
    fn values(&self, as_of: AsOf) -> Vec<Named> {
        let or_null = |text: Option<String>| text.map_or(Value::Null, Value::from);
        vec![
            (":from", self.from.to_string().into()),
            (":until", self.until.to_string().into()),
            (":unit", self.unit.map_or(Value::Null, Value::from)),
            (":region", or_null(self.region.map(str::to_owned))),
            as_of.value(),
        ]
    }
}

impl Reader<'_> {
    /// How many tasks are due on each day, by status.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn due_counts(&self, scope: &DueScope<'_>) -> Result<Vec<DueCount>, StoreError> {
        let as_of = AsOf(scope.as_of.map(|day| self.past(day)).transpose()?.flatten());
        // Of now, figures are kept.
        let sql = if as_of.is_now() { include_str!("due_figures.sql") } else { include_str!("due_counts.sql") };
        let mut statement = self.connection.prepare_cached(&as_of.insert(sql))?;
        bind(&mut statement, &scope.values(as_of))?;
        let mut rows = statement.raw_query();
        let mut counts = Vec::new();
        while let Some(row) = rows.next()? {
            let status = code("status", &row.get::<_, String>("status")?)?;
            counts.push(DueCount { due: row.get("due")?, status, tasks: row.get("tasks")? });
        }
        Ok(counts)
    }

    /// How many tasks of each notice or unit are due in each month, by status and by whether their day has passed.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn month_counts(
        &self,
        scope: &DueScope<'_>,
        by: TimelineBy,
        today: NaiveDate,
    ) -> Result<Vec<MonthCount>, StoreError> {
        let as_of = AsOf(scope.as_of.map(|day| self.past(day)).transpose()?.flatten());
        let sql = match by {
            TimelineBy::Notice => include_str!("months_of_notices.sql"),
            TimelineBy::Unit => include_str!("months_of_units.sql"),
        };
        let mut statement = self.connection.prepare_cached(&as_of.insert(sql))?;
        let mut values = scope.values(as_of);
        values.push((":today", today.to_string().into()));
        bind(&mut statement, &values)?;
        let mut rows = statement.raw_query();
        let mut counts = Vec::new();
        while let Some(row) = rows.next()? {
            let id: Option<String> = row.get("uid")?;
            counts.push(MonthCount {
                of: id.zip(row.get("name")?),
                month: row.get("month")?,
                status: code("status", &row.get::<_, String>("status")?)?,
                is_past: row.get("is_past")?,
                tasks: row.get("tasks")?,
            });
        }
        Ok(counts)
    }
}
