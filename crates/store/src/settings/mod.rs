//! Settings kept in the register itself, so that they travel with it.

use rusqlite::OptionalExtension as _;

use crate::{Reader, StoreError, Writer};

impl Reader<'_> {
    /// The value kept under this name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let value = "SELECT value FROM settings WHERE name = ?1";
        Ok(self.connection.prepare_cached(value)?.query_row([name], |row| row.get("value")).optional()?)
    }
}

impl Writer<'_> {
    /// Keeps a value under this name.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn keep_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.connection().prepare_cached(include_str!("keep.sql"))?.execute([name, value])?;
        Ok(())
    }

    /// Forgets the value kept under this name.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn forget_setting(&self, name: &str) -> Result<(), StoreError> {
        self.connection().prepare_cached("DELETE FROM settings WHERE name = ?1")?.execute([name])?;
        Ok(())
    }
}
