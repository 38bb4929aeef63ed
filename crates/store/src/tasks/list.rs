//! Reading tasks.

use domain::UnitRole;
use rusqlite::{OptionalExtension as _, Row};

use super::query::TaskSlice;
use super::{AssignedUnit, TaskFilter, TaskRecord};
use crate::rows::coded;
use crate::{Reader, StoreError, TaskId};

impl Reader<'_> {
    /// The tasks that answer the filter, one page of them, with the number of all.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tasks(&self, filter: &TaskFilter) -> Result<TaskSlice, StoreError> {
        let query = filter.query();
        let total =
            self.connection.prepare_cached(&query.count)?.query_row(&*named(&query.count_values), |row| row.get(0))?;
        let mut statement = self.connection.prepare_cached(&query.select)?;
        let mut rows = statement.query(&*named(&query.select_values))?;
        let mut tasks = Vec::new();
        let mut more = false;
        while let Some(row) = rows.next()? {
            if filter.limit > 0 && tasks.len() == filter.limit as usize {
                more = true;
                break;
            }
            tasks.push(self.task_of(row)?);
        }
        let next = if more { tasks.last().map(|task: &TaskRecord| task.id.clone()) } else { None };
        Ok(TaskSlice { total, tasks, next })
    }

    /// The task with this id.
    ///
    /// # Errors
    /// When there is none, or the file cannot be read.
    pub fn task(&self, id: &TaskId) -> Result<TaskRecord, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("one.sql"))?;
        let mut rows = statement.query([id])?;
        match rows.next()? {
            Some(row) => self.task_of(row),
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
        let found = "SELECT 1 FROM tasks WHERE id = ?1";
        Ok(self.connection.prepare_cached(found)?.query_row([id], |_| Ok(())).optional()?.is_some())
    }

    fn task_of(&self, row: &Row<'_>) -> Result<TaskRecord, StoreError> {
        let id: TaskId = row.get("id")?;
        Ok(TaskRecord {
            units: self.units_of(&id)?,
            id,
            notice: row.get("notice")?,
            notice_title: row.get("notice_title")?,
            measure: row.get("measure")?,
            number: row.get("number")?,
            title: row.get("title")?,
            text: row.get("text")?,
            deadline_raw: row.get("deadline_raw")?,
            due: row.get("due")?,
            deadline_kind: coded(row, "deadline_kind")?,
            status: coded(row, "status")?,
            doubts: row.get("doubt_count")?,
        })
    }

    fn units_of(&self, task: &TaskId) -> Result<Vec<AssignedUnit>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("units.sql"))?;
        let rows = statement.query_map([task], |row| {
            let role: String = row.get("role")?;
            Ok(AssignedUnit {
                unit: row.get("unit")?,
                name: row.get("name")?,
                written: row.get("written")?,
                role: if role == UnitRole::Lead.code() { UnitRole::Lead } else { UnitRole::CoUnit },
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn named<'a>(values: &'a [(&'static str, rusqlite::types::Value)]) -> Vec<(&'static str, &'a dyn rusqlite::ToSql)> {
    values.iter().map(|(name, value)| (*name, value as &dyn rusqlite::ToSql)).collect()
}
