//! How many tasks each unit has, by role, status and due day.
//!
//! The store counts; what a count means on a given day is the domain's to say (`domain::Light`), so that the rule of the
//! lights is written once.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{TaskStatus, UnitRole};
use rusqlite::{Rows, named_params};

use crate::as_of::AsOf;
use crate::rows::{bind, coded};
use crate::{NoticeId, Reader, StoreError, UnitId};

/// So many tasks of one unit in one role with one status and one due day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitCounts {
    /// The unit; none for tasks that nobody leads, and for counts over all units.
    pub unit: Option<UnitId>,
    /// Its role on them.
    pub role: UnitRole,
    /// Their status.
    pub status: TaskStatus,
    /// Their due day.
    pub due: Option<NaiveDate>,
    /// How many.
    pub tasks: u32,
}

/// The tasks of the register, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those of each unit; those that nobody leads under no unit.
    pub units: Vec<UnitCounts>,
    /// Each task once, whoever leads it.
    pub all: Vec<UnitCounts>,
}

/// Which tasks are counted.
#[derive(Debug, Clone, Copy, Default)]
pub struct CountScope<'a> {
    /// Only of this notice.
    pub notice: Option<&'a NoticeId>,
    /// Only of this region.
    pub region: Option<&'a str>,
    /// As they stood at the end of this day; without it as they stand.
    pub as_of: Option<NaiveDate>,
}

impl Reader<'_> {
    /// The tasks counted by unit, role, status and due day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn counts(&self, scope: CountScope<'_>) -> Result<Counts, StoreError> {
        let past = scope.as_of.map(|day| self.past(day)).transpose()?.flatten();
        let region = scope.region;
        if past.is_none() && scope.notice.is_none() {
            let mut statement = self.connection.prepare_cached(include_str!("kept_counts.sql"))?;
            return self.collect(&mut statement.query(named_params! { ":region": region })?);
        }
        let notice = scope.notice.map(|notice| self.notice_number(notice)).transpose()?;
        let mut wanted = vec!["(:region IS NULL OR t.region = :region)"];
        if notice.is_some() {
            wanted.push("t.notice = :notice");
        }
        let sql = include_str!("counted.sql").replace("{wanted}", &wanted.join(" AND "));
        let sql = AsOf(past).insert(&sql);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let values = [(":region", region.map(str::to_owned).into()), (":notice", notice.into()), AsOf(past).value()];
        bind(&mut statement, &values)?;
        self.collect(&mut statement.raw_query())
    }

    /// Names the units of counts. The same unit, role, status and day may come once for each region.
    fn collect(&self, rows: &mut Rows<'_>) -> Result<Counts, StoreError> {
        let mut units = self.connection.prepare_cached("SELECT id, uid FROM units")?;
        let units = units.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let units = units.collect::<Result<HashMap<i64, UnitId>, _>>()?;
        let mut counts = Counts::default();
        while let Some(row) = rows.next()? {
            let number: i64 = row.get("number")?;
            let count = UnitCounts {
                unit: units.get(&number).cloned(),
                role: if row.get_ref("role")?.as_str() == Ok(UnitRole::Lead.code()) {
                    UnitRole::Lead
                } else {
                    UnitRole::CoUnit
                },
                status: coded(row, "status")?,
                due: row.get("due")?,
                tasks: row.get("tasks")?,
            };
            // Unit 0 counts every task once.
            if number == 0 { &mut counts.all } else { &mut counts.units }.push(count);
        }
        Ok(counts)
    }

    /// The regions that units belong to, those with most units first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn regions(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("regions.sql"))?;
        let rows = statement.query_map([], |row| row.get("region"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
