//! Figures of a past day: the kept ones without what began or changed since, and with that as it stood then. Where most
//! tasks began since, those that were there are counted instead.
//!
//! SQLite would sort all rows to group them; they are added up here.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{TaskStatus, UnitRole};
use rusqlite::types::Value;

use super::figures::{ALL_TASKS, CountScope, Counts, UnitCounts};
use crate::as_of::AsOf;
use crate::rows::{bind, code};
use crate::{Reader, StoreError, UnitId};

/// Under this number tasks are counted that nobody leads.
const NOBODY: i64 = -1;

const CHANGED: &str = include_str!("changed_later.sql");
const UNITS_CHANGED: &str = "SELECT task FROM unit_events WHERE happened > :day";

/// What is counted together: unit, role, status and due day.
type Key<Unit> = (Unit, UnitRole, TaskStatus, Option<NaiveDate>);

/// Counts that tasks are added to and taken from.
struct Sums<'a> {
    scope: &'a CountScope<'a>,
    unit: Option<i64>,
    tasks: HashMap<Key<i64>, i64>,
}

impl Reader<'_> {
    /// The counts of a day after which something happened.
    pub(super) fn past_counts(
        &self,
        scope: CountScope<'_>,
        unit: Option<i64>,
        day: NaiveDate,
    ) -> Result<Counts, StoreError> {
        let mut sums = Sums { scope: &scope, unit, tasks: HashMap::new() };
        let stands = AsOf(None);
        let kept = if self.is_mostly_there(day)? {
            self.add(&mut sums, -1, day, stands, stands, "t.begins > :day")?;
            let changed = format!("t.id IN ({CHANGED}) AND +t.begins <= :day");
            self.add(&mut sums, -1, day, stands, stands, &changed)?;
            self.kept_counts(scope, unit)?
        } else {
            let unchanged = format!("t.begins <= :day AND t.id NOT IN ({CHANGED})");
            self.add(&mut sums, 1, day, stands, stands, &unchanged)?;
            Counts::default()
        };
        // Units as they stood are only worked out for tasks whose units changed.
        let then = AsOf(Some(day));
        let units_same = format!("t.id IN ({CHANGED}) AND t.id NOT IN ({UNITS_CHANGED})");
        self.add(&mut sums, 1, day, then, stands, &units_same)?;
        if self.has_units_changed(day)? {
            self.add(&mut sums, 1, day, then, then, &format!("t.id IN ({UNITS_CHANGED})"))?;
        }
        self.together(kept, sums.tasks)
    }

    /// Whether more tasks were there on the day than began since.
    fn is_mostly_there(&self, day: NaiveDate) -> Result<bool, StoreError> {
        let later = "SELECT count(*) * 2 < (SELECT count(*) FROM tasks) FROM tasks WHERE begins > ?1";
        Ok(self.connection.prepare_cached(later)?.query_row([day], |row| row.get(0))?)
    }

    fn has_units_changed(&self, day: NaiveDate) -> Result<bool, StoreError> {
        let changed = "SELECT EXISTS (SELECT 1 FROM unit_events WHERE happened > ?1)";
        Ok(self.connection.prepare_cached(changed)?.query_row([day], |row| row.get(0))?)
    }

    /// Adds each task that is wanted to the counts it belongs to, so many times.
    fn add(
        &self,
        sums: &mut Sums<'_>,
        times: i64,
        day: NaiveDate,
        tasks: AsOf,
        task_units: AsOf,
        wanted: &str,
    ) -> Result<(), StoreError> {
        let sql = include_str!("contributions.sql").replace("{wanted}", wanted);
        let sql = task_units.insert(&tasks.insert_tasks(&sql));
        let mut statement = self.connection.prepare_cached(&sql)?;
        let region: Value = sums.scope.region.map(str::to_owned).into();
        bind(&mut statement, &[(":day", day.to_string().into()), (":region", region)])?;
        let mut rows = statement.raw_query();
        let mut last = None;
        let mut days: HashMap<String, Option<NaiveDate>> = HashMap::new();
        while let Some(row) = rows.next()? {
            // Columns are read by their places: there are many rows.
            let task: i64 = row.get(0)?;
            let status: TaskStatus = code("status", row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)?;
            let due = match row.get_ref(2)?.as_str_or_null().map_err(rusqlite::Error::from)? {
                None => None,
                Some(text) => match days.get(text) {
                    Some(due) => *due,
                    None => *days.entry(text.to_owned()).or_insert(row.get(2)?),
                },
            };
            if last.replace(task) != Some(task) {
                sums.add(ALL_TASKS, UnitRole::Lead, status, due, times);
                if row.get(3)? {
                    sums.add(NOBODY, UnitRole::Lead, status, due, times);
                }
            }
            if let Some(unit) = row.get(4)? {
                let is_lead = row.get_ref(5)?.as_str() == Ok(UnitRole::Lead.code());
                let role = if is_lead { UnitRole::Lead } else { UnitRole::CoUnit };
                sums.add(unit, role, status, due, times);
            }
        }
        Ok(())
    }

    /// The counts kept, with what was added and taken away.
    fn together(&self, kept: Counts, sums: HashMap<Key<i64>, i64>) -> Result<Counts, StoreError> {
        let units = self.units_by_number()?;
        let mut all: HashMap<Key<()>, i64> = HashMap::new();
        let mut of_units: HashMap<Key<Option<UnitId>>, i64> = HashMap::new();
        for UnitCounts { role, status, due, tasks, .. } in kept.all {
            *all.entry(((), role, status, due)).or_default() += i64::from(tasks);
        }
        for UnitCounts { unit, role, status, due, tasks } in kept.units {
            *of_units.entry((unit, role, status, due)).or_default() += i64::from(tasks);
        }
        for ((number, role, status, due), tasks) in sums {
            if number == ALL_TASKS {
                *all.entry(((), role, status, due)).or_default() += tasks;
            } else {
                *of_units.entry((units.get(&number).cloned(), role, status, due)).or_default() += tasks;
            }
        }
        let count = |unit, (role, status, due), tasks: i64| {
            let tasks = u32::try_from(tasks).ok().filter(|tasks| *tasks > 0)?;
            Some(UnitCounts { unit, role, status, due, tasks })
        };
        let all =
            all.into_iter().filter_map(|(((), role, status, due), tasks)| count(None, (role, status, due), tasks));
        let of_units = of_units
            .into_iter()
            .filter_map(|((unit, role, status, due), tasks)| count(unit, (role, status, due), tasks));
        Ok(Counts { all: all.collect(), units: of_units.collect() })
    }
}

impl Sums<'_> {
    fn add(&mut self, number: i64, role: UnitRole, status: TaskStatus, due: Option<NaiveDate>, times: i64) {
        if self.unit.is_some_and(|wanted| wanted != number) {
            return;
        }
        let due = if number == ALL_TASKS { due } else { self.stretch(role, due) };
        *self.tasks.entry((number, role, status, due)).or_default() += times;
    }

    /// The day that stands for the stretch of a due day, as the kept figures have it.
    fn stretch(&self, role: UnitRole, due: Option<NaiveDate>) -> Option<NaiveDate> {
        let Some((from, to)) = self.scope.stretches.filter(|_| self.unit.is_none()) else { return due };
        let due = due.filter(|_| role == UnitRole::Lead)?;
        if due < from {
            from.pred_opt()
        } else if due <= to {
            Some(from)
        } else {
            to.succ_opt()
        }
    }
}
