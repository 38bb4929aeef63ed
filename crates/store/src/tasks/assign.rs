//! Other units for tasks: who leads and who assists from a day on.

use std::collections::BTreeMap;

use domain::UnitRole;
use rusqlite::named_params;
use serde::Serialize;

use super::Happening;
use super::on_day::in_json;
use crate::{StoreError, TaskId, Writer};

/// The units that tasks are to have, by their names; none to leave those of a role as they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NewUnits<'a> {
    /// Who leads.
    pub leads: Option<&'a [String]>,
    /// Who assists.
    pub co_units: Option<&'a [String]>,
}

/// A unit on a task, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct OnTask {
    task: i64,
    unit: i64,
    role: String,
    position: usize,
    written: Option<String>,
}

/// A unit that joins a task, changes its role or leaves it.
#[derive(Serialize)]
struct Change {
    task: i64,
    unit: i64,
    before: Option<String>,
    after: Option<String>,
}

impl Writer<'_> {
    /// Gives tasks other units from a day on. A unit that is to lead assists no more. Says of how many tasks that changed
    /// anything.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn assign_units(
        &self,
        tasks: &[TaskId],
        to: NewUnits<'_>,
        happening: Happening<'_>,
    ) -> Result<u32, StoreError> {
        let before = self.units_of_tasks(tasks)?;
        let (mut changes, mut kept): (Vec<Change>, Vec<OnTask>) = (Vec::new(), Vec::new());
        let mut changed = 0;
        for ((task, region), own) in &before {
            let after = self.units_after(*task, region, own, to)?;
            let role = |units: &'_ [OnTask], unit: i64| -> Option<String> {
                units.iter().find(|on| on.unit == unit).map(|on| on.role.clone())
            };
            let mut units: Vec<i64> = own.iter().chain(&after).map(|on| on.unit).collect();
            units.sort_unstable();
            units.dedup();
            let of_task = units
                .into_iter()
                .map(|unit| Change { task: *task, unit, before: role(own, unit), after: role(&after, unit) })
                .filter(|change| change.before != change.after);
            let so_far = changes.len();
            changes.extend(of_task);
            if changes.len() > so_far {
                changed += 1;
                kept.extend(after);
            }
        }
        if changed == 0 {
            return Ok(0);
        }
        let told = serde_json::to_string(&changes)?;
        let connection = self.connection();
        connection.prepare_cached(include_str!("add_unit_events.sql"))?.execute(named_params! {
            ":changes": told,
            ":day": happening.day,
            ":recorded_at": self.moment(),
            ":reason": happening.reason,
        })?;
        connection.prepare_cached(include_str!("remove_units.sql"))?.execute([&told])?;
        let kept = serde_json::to_string(&kept)?;
        connection.prepare_cached(include_str!("put_units.sql"))?.execute([kept])?;
        connection.prepare_cached(include_str!("follow_first_leads.sql"))?.execute([told])?;
        Ok(changed)
    }

    /// The units of tasks in their order, by the number and region of the task.
    fn units_of_tasks(&self, tasks: &[TaskId]) -> Result<BTreeMap<(i64, String), Vec<OnTask>>, StoreError> {
        let mut statement = self.connection().prepare_cached(include_str!("units_of_tasks.sql"))?;
        let mut rows = statement.query([in_json(tasks)?])?;
        let mut found: BTreeMap<(i64, String), Vec<OnTask>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let task: i64 = row.get("id")?;
            let units = found.entry((task, row.get("region")?)).or_default();
            if let Some(unit) = row.get("unit")? {
                let (role, written) = (row.get("role")?, row.get("written")?);
                units.push(OnTask { task, unit, role, position: units.len(), written });
            }
        }
        Ok(found)
    }

    fn units_after(
        &self,
        task: i64,
        region: &str,
        own: &[OnTask],
        to: NewUnits<'_>,
    ) -> Result<Vec<OnTask>, StoreError> {
        let mut after: Vec<OnTask> = Vec::new();
        for (role, names) in [(UnitRole::Lead, to.leads), (UnitRole::CoUnit, to.co_units)] {
            let mut units = Vec::new();
            match names {
                None => units.extend(own.iter().filter(|on| on.role == role.code()).cloned()),
                Some(names) => {
                    for name in names {
                        let unit =
                            self.resolve_unit_of(Some(region).filter(|region| !region.is_empty()), name, None)?;
                        let written = own.iter().find(|on| on.unit == unit).and_then(|on| on.written.clone());
                        units.push(OnTask { task, unit, role: role.code().to_owned(), position: 0, written });
                    }
                }
            }
            for unit in units {
                if !after.iter().any(|on| on.unit == unit.unit) {
                    after.push(OnTask { position: after.len(), ..unit });
                }
            }
        }
        Ok(after)
    }
}
