//! What was changed since a front last looked, told by the tables that the journal names.

use crate::{Reader, StoreError};

impl Reader<'_> {
    /// The recorded tables in which something was changed behind this revision. None when what was known then says nothing
    /// of now: another register was put in place, or rows and their traces were removed for good.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tables_changed_since(&self, revision: i64) -> Result<Option<Vec<String>>, StoreError> {
        let is_another = include_str!("is_another.sql");
        if self.connection.prepare_cached(is_another)?.query_row([revision], |row| row.get(0))? {
            return Ok(None);
        }
        let mut statement = self.connection.prepare_cached(include_str!("changed_since.sql"))?;
        let names = statement.query_map([revision], |row| row.get("name"))?;
        Ok(Some(names.collect::<Result<_, _>>()?))
    }

    /// Every table that the journal records.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn recorded_tables(&self) -> Result<Vec<String>, StoreError> {
        super::triggers::tables(self.connection)
    }
}
