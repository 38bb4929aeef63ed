//! Reading tasks.

use chrono::NaiveDate;
use domain::UnitRole;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension as _, Row};
use serde::Deserialize;

use super::query::{Query, TaskSlice};
use super::{AssignedUnit, TaskFilter, TaskRecord};
use crate::as_of::AsOf;
use crate::rows::{bind, coded};
use crate::{MeasureId, NoticeId, Reader, StoreError, TaskId, UnitId};

impl Reader<'_> {
    /// The tasks that answer the filter, one page of them, with the number of all.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tasks(&self, filter: &TaskFilter) -> Result<TaskSlice, StoreError> {
        let as_of = AsOf(filter.as_of.map(|day| self.past(day)).transpose()?.flatten());
        let after = match &filter.after {
            Some(last) => self.key_of(filter, as_of, last)?,
            None => None,
        };
        let query = filter.query(as_of, after);
        let total = self.count(&query)?;
        let mut statement = self.connection.prepare_cached(&query.select)?;
        bind(&mut statement, &query.select_values)?;
        let mut rows = statement.raw_query();
        let mut tasks = Vec::new();
        let mut more = false;
        while let Some(row) = rows.next()? {
            if filter.limit > 0 && tasks.len() == filter.limit as usize {
                more = true;
                break;
            }
            tasks.push(task(row)?);
        }
        let next = if more { tasks.last().map(|task: &TaskRecord| task.id.clone()) } else { None };
        Ok(TaskSlice { total, tasks, next })
    }

    /// How many tasks answer the filter.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_tasks(&self, filter: &TaskFilter) -> Result<u32, StoreError> {
        let as_of = AsOf(filter.as_of.map(|day| self.past(day)).transpose()?.flatten());
        self.count(&filter.query(as_of, None))
    }

    fn count(&self, query: &Query) -> Result<u32, StoreError> {
        let mut statement = self.connection.prepare_cached(&query.count)?;
        bind(&mut statement, &query.count_values)?;
        match statement.raw_query().next()? {
            Some(row) => Ok(row.get(0)?),
            None => Ok(0),
        }
    }

    /// Where a task stands in the order of the filter; none for one that is gone.
    fn key_of(&self, filter: &TaskFilter, as_of: AsOf, task: &TaskId) -> Result<Option<[Value; 2]>, StoreError> {
        let mut statement = self.connection.prepare_cached(&filter.key_of_last(as_of))?;
        bind(&mut statement, &[(":last", task.into()), as_of.value()])?;
        match statement.raw_query().next()? {
            Some(row) => Ok(Some([row.get(0)?, row.get(1)?])),
            None => Ok(None),
        }
    }

    /// The task with this id, as it stood at the end of a day.
    ///
    /// # Errors
    /// When there is none, or the file cannot be read.
    pub fn task(&self, id: &TaskId, as_of: Option<NaiveDate>) -> Result<TaskRecord, StoreError> {
        let as_of = AsOf(as_of.map(|day| self.past(day)).transpose()?.flatten());
        let one = concat!(include_str!("rows.sql"), include_str!("one.sql"));
        let mut statement = self.connection.prepare_cached(&as_of.insert(one))?;
        bind(&mut statement, &[(":id", id.into()), as_of.value()])?;
        match statement.raw_query().next()? {
            Some(row) => task(row),
            None => Err(StoreError::NotFound { what: "督办事项", id: id.to_string() }),
        }
    }

    /// How many tasks there are.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn task_count(&self) -> Result<u32, StoreError> {
        Ok(self.connection.prepare_cached("SELECT count(*) FROM tasks")?.query_row([], |row| row.get(0))?)
    }

    /// Whether a task has this id.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_task(&self, id: &str) -> Result<bool, StoreError> {
        let found = "SELECT 1 FROM tasks WHERE uid = ?1";
        Ok(self.connection.prepare_cached(found)?.query_row([TaskId::from(id)], |_| Ok(())).optional()?.is_some())
    }
}

/// A unit on a task, as the statement packs it: id, name, what was written, role.
#[derive(Deserialize)]
struct PackedUnit(String, String, String, String);

fn task(row: &Row<'_>) -> Result<TaskRecord, StoreError> {
    let notice: NoticeId = row.get("notice")?;
    let measure: Option<i64> = row.get("measure")?;
    let units: Vec<PackedUnit> = serde_json::from_str(row.get_ref("units")?.as_str().map_err(rusqlite::Error::from)?)?;
    Ok(TaskRecord {
        id: row.get("uid")?,
        notice_title: row.get("notice_title")?,
        measure: measure.map(|key| MeasureId { notice: notice.clone(), key }),
        notice,
        begins: row.get::<_, String>("begins")?.parse().ok(),
        number: row.get("number")?,
        title: row.get("title")?,
        text: row.get("text")?,
        deadline_raw: row.get("deadline_raw")?,
        due: row.get("due")?,
        deadline_kind: coded(row, "deadline_kind")?,
        status: coded(row, "status")?,
        doubts: row.get("doubt_count")?,
        units: units
            .into_iter()
            .map(|PackedUnit(unit, name, written, role)| AssignedUnit {
                unit: UnitId::from(unit.as_str()),
                name,
                written,
                role: if role == UnitRole::Lead.code() { UnitRole::Lead } else { UnitRole::CoUnit },
            })
            .collect(),
    })
}
