//! Settings kept in the register itself, so that they travel with it.

use std::str::FromStr;

use domain::{Steps, TaskStatus, Thresholds, Workplace, WorkplaceKind};
use rusqlite::OptionalExtension as _;

use crate::rows::code;
use crate::{Reader, StoreError, Writer};

/// Under which name the optional steps are kept that the office takes: their codes, separated by commas.
const STEPS: &str = "steps";
/// What sort of place the register is worked with at, its region and its own unit.
const WORKPLACE: [&str; 3] = ["workplace", "workplace_region", "workplace_unit"];
/// The limits that lights are told by.
const DUE_SOON_DAYS: &str = "due_soon_days";
const BEHIND_POINTS: &str = "behind_points";

impl Reader<'_> {
    /// The value kept under this name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let value = "SELECT value FROM settings WHERE name = ?1";
        Ok(self.connection.prepare_cached(value)?.query_row([name], |row| row.get("value")).optional()?)
    }

    /// What is kept under names that begin like this: what follows in the name, and the value, in the order of the names.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn settings_below(&self, beginning: &str) -> Result<Vec<(String, String)>, StoreError> {
        let below = "SELECT substr(name, length(?1) + 1) AS rest, value FROM settings WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name";
        let mut statement = self.connection.prepare_cached(below)?;
        let kept = statement.query_map([beginning], |row| Ok((row.get("rest")?, row.get("value")?)))?;
        Ok(kept.collect::<Result<_, _>>()?)
    }

    /// Which optional steps the office takes; none of them as long as nothing is kept.
    ///
    /// # Errors
    /// When the file cannot be read, or a step is not known to this program.
    pub fn steps(&self) -> Result<Steps, StoreError> {
        let kept = self.setting(STEPS)?.unwrap_or_default();
        kept.split(',').filter(|step| !step.is_empty()).map(|step| code::<TaskStatus>(STEPS, step)).collect()
    }

    /// Who works with the register; none as long as nobody has said so.
    ///
    /// # Errors
    /// When the file cannot be read, or the sort of place is not known to this program.
    pub fn workplace(&self) -> Result<Option<Workplace>, StoreError> {
        let [kind, region, unit] = WORKPLACE;
        let Some(place) = self.setting(kind)? else { return Ok(None) };
        let kind = code::<WorkplaceKind>(kind, &place)?;
        Ok(Some(Workplace { kind, region: self.setting(region)?, unit: self.setting(unit)? }))
    }

    /// The limits that lights are told by; those of the program as long as the office has set none.
    ///
    /// # Errors
    /// When the file cannot be read, or what is kept is no number.
    pub fn thresholds(&self) -> Result<Thresholds, StoreError> {
        let usual = Thresholds::default();
        Ok(Thresholds {
            due_soon_days: self.number_kept(DUE_SOON_DAYS)?.unwrap_or(usual.due_soon_days),
            behind_points: self.number_kept(BEHIND_POINTS)?.unwrap_or(usual.behind_points),
        })
    }

    fn number_kept<Number: FromStr>(&self, name: &str) -> Result<Option<Number>, StoreError> {
        let number = |kept: String| {
            let unknown = |_| StoreError::UnknownValue(format!("{name}: {kept}"));
            kept.parse().map_err(unknown)
        };
        self.setting(name)?.map(number).transpose()
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

    /// Keeps who works with the register; none forgets it.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn keep_workplace(&self, workplace: Option<&Workplace>) -> Result<(), StoreError> {
        let values = match workplace {
            Some(Workplace { kind, region, unit }) => [Some(kind.code()), region.as_deref(), unit.as_deref()],
            None => [None; 3],
        };
        for (name, value) in WORKPLACE.into_iter().zip(values) {
            match value {
                Some(value) => self.keep_setting(name, value)?,
                None => self.forget_setting(name)?,
            }
        }
        Ok(())
    }

    /// Keeps the limits that lights are told by; those of the program are not written down.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn keep_thresholds(&self, thresholds: Thresholds) -> Result<(), StoreError> {
        let usual = Thresholds::default();
        let kept: [(&str, u16, u16); 2] = [
            (DUE_SOON_DAYS, thresholds.due_soon_days, usual.due_soon_days),
            (BEHIND_POINTS, thresholds.behind_points.into(), usual.behind_points.into()),
        ];
        for (name, value, usual) in kept {
            if value == usual { self.forget_setting(name)? } else { self.keep_setting(name, &value.to_string())? }
        }
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
