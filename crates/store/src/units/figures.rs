//! How many tasks each unit has, by role, status and due day.
//!
//! The store counts; what a count means on a given day is the domain's to say (`domain::Light`), so that the rule of the
//! lights is written once.

use std::collections::HashMap;

use chrono::{Datelike as _, NaiveDate};
use domain::{TaskStatus, UnitRole};
use rusqlite::{Row, Rows, named_params};

use crate::as_of::AsOf;
use crate::rows::{bind, code};
use crate::{NoticeId, Reader, StoreError, UnitId};

/// The number under which every task is counted once.
pub(super) const ALL_TASKS: i64 = 0;

/// So many tasks of one unit in one role with one status and one due day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitCounts {
    /// The unit; none for tasks that nobody leads, and for counts over all units.
    pub unit: Option<UnitId>,
    /// Its role on them.
    pub role: UnitRole,
    /// Their status.
    pub status: TaskStatus,
    /// Their due day. Of what is counted by stretch a day of the same stretch; none for co-units.
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
    /// Only of this unit, and without those of all tasks.
    pub unit: Option<&'a UnitId>,
    /// Of units it is enough to know how many tasks they lead that are due before the one day, from it to the other, and
    /// later, and how many they assist with, whenever due.
    pub stretches: Option<(NaiveDate, NaiveDate)>,
}

impl Reader<'_> {
    /// The tasks counted by unit, role, status and due day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn counts(&self, scope: CountScope<'_>) -> Result<Counts, StoreError> {
        let past = scope.as_of.map(|day| self.past(day)).transpose()?.flatten();
        let region = scope.region;
        let unit = scope.unit.map(|unit| self.unit_number(unit)).transpose()?;
        if scope.notice.is_none() {
            return match past {
                Some(day) => self.past_counts(scope, unit, day),
                None => self.kept_counts(scope, unit),
            };
        }
        let notice = scope.notice.map(|notice| self.notice_number(notice)).transpose()?;
        let mut wanted = vec!["(:region IS NULL OR t.region = :region)"];
        if notice.is_some() {
            wanted.push("t.notice = :notice");
        }
        let mut counted = include_str!("counted.sql").replace("{wanted}", &wanted.join(" AND "));
        if unit.is_some() {
            counted.push_str("WHERE c.number = :unit");
        }
        let sql = AsOf(past).insert(&counted);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let region = (":region", region.map(str::to_owned).into());
        let values = [region, (":notice", notice.into()), (":unit", unit.into()), AsOf(past).value()];
        bind(&mut statement, &values)?;
        self.collect(&mut statement.raw_query())
    }

    /// The counts that are kept.
    pub(super) fn kept_counts(&self, scope: CountScope<'_>, unit: Option<i64>) -> Result<Counts, StoreError> {
        match (unit, scope.stretches) {
            (None, Some(stretches)) => {
                let Counts { all, .. } = self.counts_by_day(scope.region, Some(ALL_TASKS))?;
                Ok(Counts { all, units: self.counts_by_stretch(scope.region, stretches)? })
            }
            (unit, _) => self.counts_by_day(scope.region, unit),
        }
    }

    fn counts_by_day(&self, region: Option<&str>, unit: Option<i64>) -> Result<Counts, StoreError> {
        let of_unit = if unit.is_some() { "f.unit = :unit" } else { "1" };
        let sql = include_str!("kept_counts.sql").replace("{unit}", of_unit);
        let mut statement = self.connection.prepare_cached(&sql)?;
        bind(&mut statement, &[(":unit", unit.into()), (":region", region.map(str::to_owned).into())])?;
        self.collect(&mut statement.raw_query())
    }

    /// The counts of units: those that lead by what is due before the one day, from it to the other, and later.
    fn counts_by_stretch(
        &self,
        region: Option<&str>,
        (from, to): (NaiveDate, NaiveDate),
    ) -> Result<Vec<UnitCounts>, StoreError> {
        let named = named_params! {
            ":region": region,
            ":from": from,
            ":to": to,
            ":from_year": from.year().to_string(),
            ":to_year": to.year().to_string(),
        };
        // A day of each stretch, as the statement numbers them.
        let days = [None, from.pred_opt(), Some(from), to.succ_opt()];
        let units = self.units_by_number()?;
        let mut counts = Vec::new();
        let mut statement = self.connection.prepare_cached(include_str!("kept_stretches.sql"))?;
        let mut rows = statement.query(named)?;
        while let Some(row) = rows.next()? {
            let unit = units.get(&row.get(0)?);
            let (role, status) = (role(row, 1)?, status(row, 2)?);
            let mut add = |stretch: usize, tasks| {
                if tasks > 0 {
                    let due = days.get(stretch).copied().flatten();
                    counts.push(UnitCounts { unit: unit.cloned(), role, status, due, tasks });
                }
            };
            let (stretch, tasks): (usize, u32) = (row.get(3)?, row.get(4)?);
            let (before, within) =
                (row.get::<_, Option<u32>>(5)?.unwrap_or(0), row.get::<_, Option<u32>>(6)?.unwrap_or(0));
            add(1, before);
            add(2, within);
            add(stretch, tasks.saturating_sub(before).saturating_sub(within));
        }
        Ok(counts)
    }

    /// Names the units of counts. The same unit, role, status and day may come once for each region.
    fn collect(&self, rows: &mut Rows<'_>) -> Result<Counts, StoreError> {
        let units = self.units_by_number()?;
        let mut counts = Counts::default();
        while let Some(row) = rows.next()? {
            let number: i64 = row.get(0)?;
            let count = UnitCounts {
                unit: units.get(&number).cloned(),
                role: role(row, 1)?,
                status: status(row, 2)?,
                due: row.get(3)?,
                tasks: row.get(4)?,
            };
            if number == ALL_TASKS { &mut counts.all } else { &mut counts.units }.push(count);
        }
        Ok(counts)
    }

    pub(super) fn units_by_number(&self) -> Result<HashMap<i64, UnitId>, StoreError> {
        let mut units = self.connection.prepare_cached("SELECT id, uid FROM units")?;
        let units = units.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(units.collect::<Result<_, _>>()?)
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

/// Columns are read by their places here and above: there are many rows.
fn role(row: &Row<'_>, place: usize) -> Result<UnitRole, StoreError> {
    let is_lead = row.get_ref(place)?.as_str() == Ok(UnitRole::Lead.code());
    Ok(if is_lead { UnitRole::Lead } else { UnitRole::CoUnit })
}

fn status(row: &Row<'_>, place: usize) -> Result<TaskStatus, StoreError> {
    code("status", row.get_ref(place)?.as_str().map_err(rusqlite::Error::from)?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::testing::{Given, day, measure, operate};
    use crate::{Happening, Store, TaskFilter};

    /// How many tasks each unit has in each role, by status and by what `place` makes of the due day.
    fn sums<Place: Ord>(store: &Store, scope: CountScope<'_>, place: fn(NaiveDate) -> Place) -> Sums<Place> {
        let mut sums = BTreeMap::new();
        for count in store.read().counts(scope).unwrap().units {
            let unit = count.unit.map(|unit| unit.to_string());
            *sums.entry((unit, count.role.code(), count.status.code(), count.due.map(place))).or_default() +=
                count.tasks;
        }
        sums
    }
    type Sums<Place> = BTreeMap<(Option<String>, &'static str, &'static str, Option<Place>), u32>;

    fn office() -> Store {
        let mut store = Store::in_memory().unwrap();
        Given::notice("方案")
            .with(measure("一", "市发改委", "市财政局", "2021-06-30"))
            .with(measure("二", "市发改委", "", "2021-12-31"))
            .with(measure("三", "市财政局", "市发改委", "2022-06-15"))
            .with(measure("四", "市发改委", "", "2022-06-20"))
            .with(measure("五", "市发改委", "", "2023-01-01"))
            .with(measure("六", "市发改委", "", ""))
            .with(measure("七", "", "", "2022-06-20"))
            .in_force(&mut store);
        store
    }

    /// Where a due day lies.
    fn stretch(due: NaiveDate) -> &'static str {
        match due {
            due if due < day("2022-06-18") => "before",
            due if due > day("2022-07-18") => "later",
            _ => "within",
        }
    }

    #[test]
    fn figures_by_stretch_are_those_by_day_added_up() {
        let mut store = office();
        let by_day = CountScope::default();
        let by_stretch = CountScope { stretches: Some((day("2022-06-18"), day("2022-07-18"))), ..by_day };
        let check = |store: &Store| {
            let mut expected = BTreeMap::new();
            for ((unit, role, status, due), tasks) in sums(store, by_day, stretch) {
                let due = due.filter(|_| role == UnitRole::Lead.code());
                *expected.entry((unit, role, status, due)).or_default() += tasks;
            }
            assert_eq!(sums(store, by_stretch, stretch), expected);
            let all = |scope| store.read().counts(scope).unwrap().all;
            assert_eq!(all(by_stretch), all(by_day));
        };
        check(&store);
        let stretches = sums(&store, by_stretch, stretch);
        for place in ["before", "within", "later"] {
            assert!(stretches.keys().any(|(.., due)| *due == Some(place)), "{place}");
        }
        let task = store.read().tasks(&TaskFilter::default()).unwrap().tasks[0].id.clone();
        operate(&mut store, "改状态", |writer| {
            writer.move_status(&task, domain::TaskStatus::Completed, Happening { day: day("2022-06-01"), reason: "" })
        });
        check(&store);
        store.undo(crate::testing::operation("撤销")).unwrap();
        check(&store);
        store.undo(crate::testing::operation("撤销")).unwrap();
        check(&store);
        assert!(store.read().counts(by_stretch).unwrap().units.is_empty(), "nothing is left of an import taken back");
    }

    #[test]
    fn the_figures_of_one_unit_are_its_own() {
        let store = office();
        let finance = store.read().units().unwrap().into_iter().find(|unit| unit.name == "市财政局").unwrap().id;
        let all = sums(&store, CountScope::default(), |due| due);
        let own = sums(&store, CountScope { unit: Some(&finance), ..CountScope::default() }, |due| due);
        assert_eq!(own.len(), 2);
        assert!(own.iter().all(|(key, tasks)| key.0 == Some(finance.to_string()) && all.get(key) == Some(tasks)));
    }
}
