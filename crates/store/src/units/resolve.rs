//! From a spelling in a notice to the one unit it means.
//!
//! A spelling is looked up among the names and aliases of the notice's region, width and blanks aside, then among the
//! spellings the program knows. What is not known becomes a unit of its own: two bodies are never merged silently. A
//! bare 市财政局 belongs to the notice's city, so the same words in another city are another unit.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension as _, named_params};

use super::spellings;
use crate::search::pairs::width_folded;
use crate::{Reader, StoreError, UnitId, Writer};

/// Units by region, spelling, and whether the spelling was still in use on the day of the notice.
pub(crate) type Known = HashMap<(String, String, bool), i64>;

/// The spelling without blanks, letters and digits plain, brackets full-width as Chinese names are printed.
pub(crate) fn normalised(written: &str) -> String {
    let folded = written.chars().filter(|c| !c.is_whitespace()).map(width_folded);
    folded
        .map(|c| match c {
            '(' => '（',
            ')' => '）',
            other => other,
        })
        .collect()
}

impl Reader<'_> {
    /// The name under which the ledger shows what is written so in this region. Makes nothing: a spelling that is not known
    /// is its own name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn name_of_unit(&self, region: Option<&str>, written: &str) -> Result<String, StoreError> {
        let (region, written) = (region.unwrap_or_default(), normalised(written));
        let name =
            spellings::known(region, &written).map_or_else(|| written.clone(), |known| known.canonical.to_owned());
        for spelling in [&written, &name] {
            if let Some(unit) = self.find_unit(region, spelling, None)? {
                let name = "SELECT name FROM units WHERE id = ?1";
                return Ok(self.connection.prepare_cached(name)?.query_row([unit], |row| row.get("name"))?);
            }
        }
        Ok(name)
    }

    /// Whether what is written so means a unit of this region, or a body whose spellings the program knows.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn knows_unit(&self, region: Option<&str>, written: &str) -> Result<bool, StoreError> {
        let (region, written) = (region.unwrap_or_default(), normalised(written));
        Ok(spellings::known(region, &written).is_some() || self.find_unit(region, &written, None)?.is_some())
    }

    fn find_unit(&self, region: &str, name: &str, month: Option<&str>) -> Result<Option<i64>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("find.sql"))?;
        let named = named_params! { ":region": region, ":name": name, ":month": month };
        Ok(statement.query_row(named, |row| row.get("id")).optional()?)
    }
}

impl Writer<'_> {
    /// The unit that these words mean in this region; made when it is new.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn resolve_unit(&self, region: Option<&str>, written: &str) -> Result<UnitId, StoreError> {
        let number = self.resolve_unit_of(region, written, None)?;
        let uid = "SELECT uid FROM units WHERE id = ?1";
        Ok(self.connection().prepare_cached(uid)?.query_row([number], |row| row.get("uid"))?)
    }

    /// The unit that these words mean in a notice of this region and day: a former name means its successor as long as it
    /// was in use, and nobody known afterwards.
    pub(crate) fn resolve_unit_of(
        &self,
        region: Option<&str>,
        written: &str,
        issued: Option<NaiveDate>,
    ) -> Result<i64, StoreError> {
        let (region, name) = (region.unwrap_or_default(), normalised(written));
        let known = spellings::known(region, &name);
        let until = known.and_then(|known| known.until);
        let month = issued.map(|day| day.format("%Y-%m").to_string());
        let in_use = match (until, month.as_deref()) {
            (Some(until), Some(month)) => month <= until,
            _ => true,
        };
        let key = (region.to_owned(), name, in_use);
        if let Some(id) = self.known_units.borrow().get(&key) {
            return Ok(*id);
        }
        let id = match (self.find_unit(region, &key.1, month.as_deref())?, known) {
            (Some(id), _) => id,
            (None, Some(known)) if in_use => {
                let unit = self.resolve_unit_of(Some(region), known.canonical, issued)?;
                self.keep_alias(unit, region, &key.1, until)?;
                unit
            }
            (None, _) => self.add_unit(region, &key.1)?,
        };
        self.known_units.borrow_mut().insert(key, id);
        Ok(id)
    }

    /// Makes `alias` mean the unit called `name`, both in this region, unless the alias is taken.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn add_alias(&self, region: &str, name: &str, alias: &str) -> Result<(), StoreError> {
        let (name, alias) = (normalised(name), normalised(alias));
        if self.find_unit(region, &alias, None)?.is_some() {
            return Ok(());
        }
        let unit = self.resolve_unit_of(Some(region), &name, None)?;
        self.keep_alias(unit, region, &alias, None)
    }

    pub(super) fn keep_alias(
        &self,
        unit: i64,
        region: &str,
        alias: &str,
        until: Option<&str>,
    ) -> Result<(), StoreError> {
        self.connection().prepare_cached(include_str!("add_alias.sql"))?.execute(named_params! {
            ":unit": unit,
            ":region": region,
            ":alias": alias,
            ":until": until,
        })?;
        Ok(())
    }

    fn add_unit(&self, region: &str, name: &str) -> Result<i64, StoreError> {
        let add = "INSERT INTO units (uid, name, region) VALUES (?1, ?2, ?3)";
        self.connection().prepare_cached(add)?.execute((UnitId::new(self.now), name, region))?;
        Ok(self.connection().last_insert_rowid())
    }
}

#[cfg(test)]
mod tests {
    use super::normalised;

    #[test]
    fn widths_and_blanks_make_no_other_unit_and_brackets_read_as_printed() {
        let check = |written, expected| assert_eq!(normalised(written), expected);
        check("各区、县(市) 政府", "各区、县（市）政府");
        check("市商务局（杭州自贸片区管委会）", "市商务局（杭州自贸片区管委会）");
        check("市１２３４５平台", "市12345平台");
    }
}
