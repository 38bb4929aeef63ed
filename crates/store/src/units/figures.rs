//! How many tasks each unit has, by role, status and due day.
//!
//! The store counts; what a count means on a given day is the domain's to say (`domain::Light`), so that the rule of the
//! lights is written once.

use std::collections::HashMap;

use chrono::{Datelike as _, NaiveDate};
use domain::{TaskStatus, UnitRole};
use rusqlite::{Rows, named_params};

use crate::as_of::AsOf;
use crate::rows::{bind, coded};
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
    /// Their due day; of what is counted by year, the first of the year.
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
    /// From the one day to the other due days matter; those of units in other years may be counted together by year.
    pub days_matter: Option<(NaiveDate, NaiveDate)>,
}

impl CountScope<'_> {
    /// The years whose days are told apart, as they are compared in the store.
    fn years_by_day(&self) -> (String, String) {
        // Every year lies between the two, and no due day, kept as nothing, before them.
        let all = || ("0".to_owned(), "~".to_owned());
        self.days_matter.map_or_else(all, |(from, to)| (from.year().to_string(), to.year().to_string()))
    }
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
        if past.is_none() && scope.notice.is_none() {
            return self.kept_counts(scope, unit);
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
    fn kept_counts(&self, scope: CountScope<'_>, unit: Option<i64>) -> Result<Counts, StoreError> {
        let Some(unit) = unit else {
            let (from, to) = scope.years_by_day();
            let named = named_params! { ":region": scope.region, ":from": from, ":to": to };
            let mut statement = self.connection.prepare_cached(include_str!("kept_counts.sql"))?;
            return self.collect(&mut statement.query(named)?);
        };
        let named = named_params! { ":unit": unit, ":region": scope.region };
        let mut statement = self.connection.prepare_cached(include_str!("kept_counts_of_unit.sql"))?;
        self.collect(&mut statement.query(named)?)
    }

    /// Names the units of counts. The same unit, role, status and day may come once for each region.
    fn collect(&self, rows: &mut Rows<'_>) -> Result<Counts, StoreError> {
        let mut units = self.connection.prepare_cached("SELECT id, uid FROM units")?;
        let units = units.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let units = units.collect::<Result<HashMap<i64, UnitId>, _>>()?;
        let mut counts = Counts::default();
        while let Some(row) = rows.next()? {
            let number: i64 = row.get("number")?;
            let count = UnitCounts {
                unit: units.get(&number).cloned(),
                role: if row.get_ref("role")?.as_str() == Ok(UnitRole::Lead.code()) {
                    UnitRole::Lead
                } else {
                    UnitRole::CoUnit
                },
                status: coded(row, "status")?,
                due: row.get("due")?,
                tasks: row.get("tasks")?,
            };
            // Unit 0 counts every task once.
            if number == 0 { &mut counts.all } else { &mut counts.units }.push(count);
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

    #[test]
    fn figures_by_year_add_up_to_those_by_day_and_keep_the_days_that_matter() {
        let mut store = office();
        let by_day = CountScope::default();
        let by_year = CountScope { days_matter: Some((day("2022-06-18"), day("2022-07-18"))), ..by_day };
        let check = |store: &Store| {
            assert_eq!(sums(store, by_year, |due| due.year()), sums(store, by_day, |due| due.year()));
            let of_2022 = |scope| {
                let mut sums = sums(store, scope, |due| due);
                sums.retain(|(.., due), _| due.is_some_and(|due| due.year() == 2022));
                sums
            };
            assert_eq!(of_2022(by_year), of_2022(by_day));
        };
        check(&store);
        assert!(store.read().counts(by_year).unwrap().units.len() < store.read().counts(by_day).unwrap().units.len());
        let task = store.read().tasks(&TaskFilter::default()).unwrap().tasks[0].id.clone();
        operate(&mut store, "改状态", |writer| {
            writer.move_status(&task, domain::TaskStatus::Completed, Happening { day: day("2022-06-01"), reason: "" })
        });
        check(&store);
        store.undo(crate::testing::operation("撤销")).unwrap();
        check(&store);
        store.undo(crate::testing::operation("撤销")).unwrap();
        check(&store);
        assert!(store.read().counts(by_year).unwrap().units.is_empty(), "nothing is left of an import taken back");
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
