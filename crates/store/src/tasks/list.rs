//! Reading tasks.

use std::borrow::Cow;

use chrono::NaiveDate;
use domain::{Origin, UnitRole};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension as _, Row};
use serde::Deserialize;

use super::duties::PackedDuty;
use super::query::TaskSlice;
use super::walk::{Place, Statement, Stretch, stretches};
use super::{AssignedUnit, TaskDuty, TaskFilter, TaskPerson, TaskRecord};
use crate::as_of::AsOf;
use crate::rows::{bind, code};
use crate::{MeasureId, NoticeId, Reader, StoreError, TaskId, UnitId};

impl Reader<'_> {
    /// The tasks that answer the filter, one page of them, with the number of all.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tasks(&self, filter: &TaskFilter) -> Result<TaskSlice, StoreError> {
        self.page_of_tasks(filter, self.count_tasks(filter)?)
    }

    /// How many tasks answer the filter.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_tasks(&self, filter: &TaskFilter) -> Result<u32, StoreError> {
        let Statement { sql, values } = filter.count(self.as_of(filter.as_of)?);
        let mut statement = self.connection.prepare_cached(&sql)?;
        bind(&mut statement, &values)?;
        match statement.raw_query().next()? {
            Some(row) => Ok(row.get(0)?),
            None => Ok(0),
        }
    }

    /// One page of the tasks that answer the filter, of which the number is known.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn page_of_tasks(&self, filter: &TaskFilter, total: u32) -> Result<TaskSlice, StoreError> {
        if total == 0 {
            return Ok(TaskSlice { total, tasks: Vec::new(), next: None });
        }
        let as_of = self.as_of(filter.as_of)?;
        let stretches = stretches(filter.order, filter.descending);
        let place = match &filter.after {
            Some(last) => self.place_of(&stretches, as_of, last)?,
            None => None,
        };
        let (first, mut key) = place.map_or((0, None), |place| (place.stretch, Some(place.key)));
        // One more than asked tells whether there is a next page.
        let wanted = if filter.limit == 0 { usize::MAX } else { filter.limit as usize + 1 };
        let mut tasks = Vec::new();
        for stretch in stretches.iter().skip(first) {
            let missing = if filter.limit == 0 { -1 } else { i64::try_from(wanted - tasks.len()).unwrap_or(i64::MAX) };
            let Statement { sql, values } = stretch.rows(filter, total, as_of, key.take().as_deref(), missing);
            let mut statement = self.connection.prepare_cached(&sql)?;
            bind(&mut statement, &values)?;
            let mut rows = statement.raw_query();
            while let Some(row) = rows.next()? {
                tasks.push(task(row)?);
            }
            if tasks.len() >= wanted {
                break;
            }
        }
        let more = tasks.len() == wanted;
        if more {
            tasks.pop();
        }
        let next = if more { tasks.last().map(|task: &TaskRecord| task.id.clone()) } else { None };
        Ok(TaskSlice { total, tasks, next })
    }

    /// Where a task stands in the stretches of an order; none for one that is gone.
    fn place_of(&self, stretches: &[Stretch], as_of: AsOf, task: &TaskId) -> Result<Option<Place>, StoreError> {
        for (stretch, part) in stretches.iter().enumerate() {
            let mut statement = self.connection.prepare_cached(&part.key_of_last(as_of))?;
            let columns = statement.column_count();
            bind(&mut statement, &[(":last", task.into()), as_of.value()])?;
            if let Some(row) = statement.raw_query().next()? {
                let key = (0..columns).map(|column| row.get(column)).collect::<Result<_, _>>()?;
                return Ok(Some(Place { stretch, key }));
            }
        }
        Ok(None)
    }

    pub(super) fn as_of(&self, day: Option<NaiveDate>) -> Result<AsOf, StoreError> {
        Ok(AsOf(day.map(|day| self.past(day)).transpose()?.flatten()))
    }

    /// The task with this id, as it stood at the end of a day.
    ///
    /// # Errors
    /// When there is none, or the file cannot be read.
    pub fn task(&self, id: &TaskId, as_of: Option<NaiveDate>) -> Result<TaskRecord, StoreError> {
        let until = (":until", until(as_of));
        let as_of = AsOf(as_of.map(|day| self.past(day)).transpose()?.flatten());
        let one = format!("{}{}", rows(), include_str!("one.sql"));
        let mut statement = self.connection.prepare_cached(&as_of.insert(&one))?;
        bind(&mut statement, &[(":id", id.into()), as_of.value(), until])?;
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

/// A unit on a task, as the statement packs it: position, id, name, what was written where that is not the name, role.
#[derive(Deserialize)]
struct PackedUnit<'a>(i64, &'a str, #[serde(borrow)] Cow<'a, str>, #[serde(borrow)] Option<Cow<'a, str>>, &'a str);

/// A person on a task, as the statement packs it: position, role, name, telephone, whether the notice says so.
#[derive(Deserialize)]
struct PackedPerson<'a>(i64, &'a str, #[serde(borrow)] Cow<'a, str>, #[serde(borrow)] Cow<'a, str>, u8);

fn people(row: &Row<'_>) -> Result<Vec<TaskPerson>, StoreError> {
    let packed = row.get_ref(19)?.as_str().map_err(rusqlite::Error::from)?;
    let mut packed: Vec<PackedPerson<'_>> = serde_json::from_str(packed)?;
    packed.sort_by_key(|PackedPerson(position, ..)| *position);
    let person = |PackedPerson(_, role, name, telephone, is_read)| {
        let (role, is_read) = (code("role", role)?, is_read != 0);
        Ok(TaskPerson { role, name: name.into_owned(), telephone: telephone.into_owned(), is_read })
    };
    packed.into_iter().map(person).collect()
}

fn duty(row: &Row<'_>) -> Result<Option<TaskDuty>, StoreError> {
    let packed: Option<String> = row.get(20)?;
    let packed: Option<PackedDuty> = packed.map(|packed| serde_json::from_str(&packed)).transpose()?;
    Ok(packed.and_then(PackedDuty::unpack))
}

/// Where a task comes from that no notice gave.
fn origin(row: &Row<'_>) -> Result<Option<Origin>, StoreError> {
    let Some(kind) = row.get_ref(15)?.as_str_or_null().map_err(rusqlite::Error::from)? else { return Ok(None) };
    let kind = code("kind", kind)?;
    Ok(Some(Origin { kind, words: row.get(16)?, person: row.get(17)?, day: row.get(18)? }))
}

/// What is read of a task, up to its tables.
pub(super) fn rows() -> String {
    include_str!("rows.sql").replace("{share}", include_str!("share.sql").trim_end())
}

/// The last day whose entries of progress count.
pub(super) fn until(as_of: Option<NaiveDate>) -> Value {
    as_of.map_or_else(|| "9999-12-31".to_owned(), |day| day.to_string()).into()
}

/// Columns are read by their places in `rows.sql`: there are many rows.
fn task(row: &Row<'_>) -> Result<TaskRecord, StoreError> {
    let notice: Option<NoticeId> = row.get(2)?;
    let measure: Option<i64> = row.get(4)?;
    let units = row.get_ref(14)?.as_str().map_err(rusqlite::Error::from)?;
    let mut units: Vec<PackedUnit<'_>> = serde_json::from_str(units)?;
    units.sort_by_key(|PackedUnit(position, ..)| *position);
    Ok(TaskRecord {
        id: row.get(1)?,
        notice_title: row.get(3)?,
        measure: notice.clone().zip(measure).map(|(notice, key)| MeasureId { notice, key }),
        notice,
        origin: origin(row)?,
        people: people(row)?,
        duty: duty(row)?,
        begins: row.get::<_, String>(5)?.parse().ok(),
        number: row.get(6)?,
        title: row.get(7)?,
        text: row.get(8)?,
        deadline_raw: row.get(9)?,
        due: row.get(10)?,
        deadline_kind: code("deadline_kind", row.get_ref(11)?.as_str().map_err(rusqlite::Error::from)?)?,
        status: code("status", row.get_ref(12)?.as_str().map_err(rusqlite::Error::from)?)?,
        doubts: row.get(13)?,
        share: row.get(21)?,
        units: units
            .into_iter()
            .map(|PackedUnit(_, unit, name, written, role)| AssignedUnit {
                unit: UnitId::from(unit),
                written: written.as_ref().unwrap_or(&name).clone().into_owned(),
                name: name.into_owned(),
                role: if role == UnitRole::Lead.code() { UnitRole::Lead } else { UnitRole::CoUnit },
            })
            .collect(),
    })
}
