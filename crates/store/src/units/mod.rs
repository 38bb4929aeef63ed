//! Units: one body per name and region, whatever its spelling.

mod figures;
mod merge;
mod past_figures;
mod resolve;
mod spellings;

use rusqlite::{OptionalExtension as _, Row};

use crate::{Reader, StoreError, UnitId};

pub use figures::{CountScope, Counts, UnitCounts};
pub(crate) use resolve::{Known, normalised};

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRecord {
    /// Its id.
    pub id: UnitId,
    /// Canonical name.
    pub name: String,
    /// Region it belongs to; none for bodies of no one place.
    pub region: Option<String>,
}

impl Reader<'_> {
    /// Every unit, by region and name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn units(&self) -> Result<Vec<UnitRecord>, StoreError> {
        let all = "SELECT uid, name, region FROM units ORDER BY region, name";
        let mut statement = self.connection.prepare_cached(all)?;
        let rows = statement.query_map([], unit)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The unit with this id.
    ///
    /// # Errors
    /// When there is none, or the file cannot be read.
    pub fn unit(&self, id: &UnitId) -> Result<UnitRecord, StoreError> {
        self.connection
            .prepare_cached("SELECT uid, name, region FROM units WHERE uid = ?1")?
            .query_row([id], unit)
            .optional()?
            .ok_or_else(|| StoreError::NotFound { what: "单位", id: id.to_string() })
    }

    /// The number of a unit within this register.
    pub(crate) fn unit_number(&self, id: &UnitId) -> Result<i64, StoreError> {
        let number = "SELECT id FROM units WHERE uid = ?1";
        let found = self.connection.prepare_cached(number)?.query_row([id], |row| row.get(0)).optional()?;
        found.ok_or_else(|| StoreError::NotFound { what: "单位", id: id.to_string() })
    }

    /// The unit that a former name of this region passed into, and the month it ended in; none for a name that has not
    /// ended.
    pub fn successor(&self, region: Option<&str>, name: &str) -> Option<(&'static str, &'static str)> {
        let known = spellings::known(region.unwrap_or_default(), name)?;
        Some((known.canonical, known.until?))
    }

    /// Whether a notice, a unit or a task belongs to this region.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_region(&self, region: &str) -> Result<bool, StoreError> {
        let found = "SELECT EXISTS (SELECT 1 FROM units WHERE region = ?1)
            OR EXISTS (SELECT 1 FROM notices WHERE region = ?1)
            OR EXISTS (SELECT 1 FROM tasks WHERE region = ?1)";
        Ok(self.connection.prepare_cached(found)?.query_row([region], |row| row.get(0))?)
    }

    /// The units with this id, name or alias, in whatever region.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn units_called(&self, text: &str) -> Result<Vec<UnitRecord>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("called.sql"))?;
        let rows = statement.query_map((UnitId::from(text), normalised(text)), unit)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The spellings of a unit met so far, its name left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn aliases(&self, id: &UnitId) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("aliases.sql"))?;
        let rows = statement.query_map([id], |row| row.get("alias"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What notices have written for a unit, the most frequent first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn spellings(&self, id: &UnitId) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("spellings.sql"))?;
        let rows = statement.query_map([id], |row| row.get("written"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn unit(row: &Row<'_>) -> rusqlite::Result<UnitRecord> {
    let region: String = row.get("region")?;
    Ok(UnitRecord {
        id: row.get("uid")?,
        name: row.get("name")?,
        region: Some(region).filter(|region| !region.is_empty()),
    })
}
