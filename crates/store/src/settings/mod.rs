//! Settings kept in the register itself, so that they travel with it.

use domain::{Steps, TaskStatus};
use rusqlite::OptionalExtension as _;

use crate::rows::code;
use crate::{Reader, StoreError, Writer};

/// Under which name the optional steps are kept that the office takes: their codes, separated by commas.
const STEPS: &str = "steps";

impl Reader<'_> {
    /// The value kept under this name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let value = "SELECT value FROM settings WHERE name = ?1";
        Ok(self.connection.prepare_cached(value)?.query_row([name], |row| row.get("value")).optional()?)
    }

    /// Which optional steps the office takes; none of them as long as nothing is kept.
    ///
    /// # Errors
    /// When the file cannot be read, or a step is not known to this program.
    pub fn steps(&self) -> Result<Steps, StoreError> {
        let kept = self.setting(STEPS)?.unwrap_or_default();
        kept.split(',').filter(|step| !step.is_empty()).map(|step| code::<TaskStatus>(STEPS, step)).collect()
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

    /// Keeps which optional steps the office takes from now on. Tasks stay where they are.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn keep_steps(&self, steps: Steps) -> Result<(), StoreError> {
        let codes: Vec<&str> = steps.optional().map(TaskStatus::code).collect();
        if codes.is_empty() { self.forget_setting(STEPS) } else { self.keep_setting(STEPS, &codes.join(",")) }
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
