//! How many tasks each unit has, by role, status and due day.
//!
//! The store counts; what a count means on a given day is the domain's to say (`domain::Light`), so that the rule of the
//! lights is written once.

use chrono::NaiveDate;
use domain::{TaskStatus, UnitRole};
use rusqlite::named_params;

use crate::rows::coded;
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

impl Reader<'_> {
    /// The tasks of every unit, counted; only of this notice or this region where given. Tasks without a lead are
    /// counted as led by nobody.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn unit_counts(&self, notice: Option<&NoticeId>, region: Option<&str>) -> Result<Vec<UnitCounts>, StoreError> {
        self.counts(include_str!("counts.sql"), notice, region)
    }

    /// All tasks, counted once each whoever leads them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn task_counts(&self, notice: Option<&NoticeId>, region: Option<&str>) -> Result<Vec<UnitCounts>, StoreError> {
        self.counts(include_str!("task_counts.sql"), notice, region)
    }

    fn counts(
        &self,
        sql: &str,
        notice: Option<&NoticeId>,
        region: Option<&str>,
    ) -> Result<Vec<UnitCounts>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(named_params! { ":notice": notice, ":region": region })?;
        let mut counts = Vec::new();
        while let Some(row) = rows.next()? {
            let role: String = row.get("role")?;
            counts.push(UnitCounts {
                unit: row.get("unit")?,
                role: if role == UnitRole::Lead.code() { UnitRole::Lead } else { UnitRole::CoUnit },
                status: coded(row, "status")?,
                due: row.get("due")?,
                tasks: row.get("tasks")?,
            });
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
