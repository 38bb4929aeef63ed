//! Two units that a person declares to be one, or to be two.

use crate::{Reader, StoreError, UnitId, Writer};

/// What passes from one unit to the other, and whether the rows are tasks to be counted.
const STEPS: &[(&str, bool)] = &[
    // What was written stays, when the name it equals goes.
    (include_str!("keep_written.sql"), false),
    // A task that names both: the higher role is kept, and one of the two rows.
    (include_str!("merge_roles.sql"), false),
    ("DELETE FROM task_units WHERE unit = :from AND task IN (SELECT task FROM task_units WHERE unit = :into)", true),
    ("UPDATE task_units SET unit = :into WHERE unit = :from", true),
    (include_str!("merge_first_leads.sql"), false),
    ("UPDATE unit_aliases SET unit = :into WHERE unit = :from", false),
    ("DELETE FROM unit_distinctions WHERE one = :from OR other = :from", false),
    ("UPDATE people SET unit = :into WHERE unit = :from", false),
    ("UPDATE status_events SET unit = :into WHERE unit = :from", false),
    ("UPDATE unit_events SET unit = :into WHERE unit = :from", false),
    ("UPDATE progress_entries SET unit = :into WHERE unit = :from", false),
    ("UPDATE urgings SET unit = :into WHERE unit = :from", false),
];

impl Writer<'_> {
    /// Makes `from` a spelling of `into`: its tasks, spellings and name pass over, and later notices follow. What notices
    /// wrote stays on their tasks. Gives the number of tasks that name another unit now.
    ///
    /// # Errors
    /// When there is no such unit, or SQLite refuses.
    pub fn merge_units(&self, from: &UnitId, into: &UnitId) -> Result<u32, StoreError> {
        let merged = self.unit(from)?;
        let (old, new) = (self.unit_number(from)?, self.unit_number(into)?);
        let region = merged.region.unwrap_or_default();
        let mut tasks = 0;
        for (sql, counts) in STEPS {
            let mut statement = self.connection().prepare_cached(sql)?;
            for (name, value) in [(":from", old), (":into", new)] {
                if let Some(place) = statement.parameter_index(name)? {
                    statement.raw_bind_parameter(place, value)?;
                }
            }
            let changed = statement.raw_execute()?;
            tasks += if *counts { u32::try_from(changed).unwrap_or(u32::MAX) } else { 0 };
        }
        let forget = "DELETE FROM unit_aliases WHERE region = ?1 AND alias = ?2";
        self.connection().prepare_cached(forget)?.execute((&region, &merged.name))?;
        self.keep_alias(new, &region, &merged.name, None)?;
        self.connection().prepare_cached("DELETE FROM units WHERE id = ?1")?.execute([old])?;
        self.known_units.borrow_mut().clear();
        Ok(tasks)
    }

    /// Keeps that these two are not the same.
    ///
    /// # Errors
    /// When there is no such unit, or SQLite refuses.
    pub fn tell_units_apart(&self, first: &UnitId, second: &UnitId) -> Result<(), StoreError> {
        let (first, second) = (self.unit_number(first)?, self.unit_number(second)?);
        let keep = "INSERT OR IGNORE INTO unit_distinctions (one, other) VALUES (?1, ?2)";
        self.connection().prepare_cached(keep)?.execute((first.min(second), first.max(second)))?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Pairs that a person has declared to be two, the one that came first first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn units_told_apart(&self) -> Result<Vec<(UnitId, UnitId)>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("told_apart.sql"))?;
        let rows = statement.query_map([], |row| Ok((row.get("one")?, row.get("other")?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Given, measure, operate, operation};
    use crate::{Store, StoreError, TaskFilter, UnitRecord};

    fn called(store: &Store, name: &str) -> Option<UnitRecord> {
        store.read().units_called(name).unwrap().pop()
    }

    /// One task led by the short name and assisted by the long one, one led by the long one.
    fn office() -> Store {
        let mut store = Store::in_memory().unwrap();
        let notice = Given::notice("方案")
            .with(measure("清理账款", "市财政局", "市数管局", ""))
            .with(measure("开放数据", "市数据管理局", "市数管局", ""))
            .with(measure("建设平台", "市数管局", "", ""));
        notice.in_force(&mut store);
        store
    }

    #[test]
    fn a_merged_unit_is_a_spelling_of_the_other_and_undo_makes_it_a_unit_again() {
        let mut store = office();
        let (from, into) = (called(&store, "市数管局").unwrap(), called(&store, "市数据管理局").unwrap());
        let tasks = operate(&mut store, "合并单位", |writer| writer.merge_units(&from.id, &into.id));
        assert_eq!(tasks, 3);
        assert_eq!(called(&store, "市数管局").unwrap().id, into.id);
        assert_eq!(store.read().units().unwrap().len(), 2);
        let filter = TaskFilter { units: Some(vec![into.id.clone()]), ..TaskFilter::default() };
        let tasks = store.read().tasks(&filter).unwrap().tasks;
        let written: Vec<&str> = tasks
            .iter()
            .map(|task| task.units.iter().find(|unit| unit.unit == into.id).unwrap().written.as_str())
            .collect();
        assert_eq!(written, ["市数管局", "市数据管理局", "市数管局"], "what was written is kept");

        Given::notice("又一份").with(measure("再开放", "市数管局", "", "")).in_force(&mut store);
        assert_eq!(store.read().units().unwrap().len(), 2, "later notices follow the merge");
        let merge = store.read().history(None, 9).unwrap().into_iter().find(|entry| entry.label == "合并单位").unwrap();
        let refused = store.undo_one(operation("撤销"), &merge.id).unwrap_err();
        assert!(matches!(&refused, StoreError::DependedOn { later, .. } if later.len() == 1), "{refused}");
        store.undo(operation("撤销")).unwrap();
        store.undo(operation("撤销")).unwrap();
        assert_eq!(called(&store, "市数管局").unwrap(), from);
        assert_eq!(store.read().tasks(&filter).unwrap().tasks.len(), 1);
    }

    #[test]
    fn what_was_told_apart_is_kept_once_whatever_the_order() {
        let mut store = office();
        let (one, other) = (called(&store, "市数管局").unwrap(), called(&store, "市财政局").unwrap());
        operate(&mut store, "不是同一单位", |writer| writer.tell_units_apart(&one.id, &other.id));
        operate(&mut store, "不是同一单位", |writer| writer.tell_units_apart(&other.id, &one.id));
        assert_eq!(store.read().units_told_apart().unwrap().len(), 1);
    }

    #[test]
    fn a_former_name_means_its_successor_until_it_ended() {
        let mut store = Store::in_memory().unwrap();
        let mut keep = |title: &'static str, issued: &str| {
            let issued = crate::testing::day(issued);
            operate(&mut store, "导入文件", |writer| writer.resolve_unit_of(Some("杭州市"), title, Some(issued)))
        };
        let then = keep("市规划局", "2018-05-01");
        let successor = keep("市规划和自然资源局", "2022-05-01");
        let now = keep("市规划局", "2022-05-01");
        assert_eq!(then, successor);
        assert_ne!(now, successor, "a name that has ended is not taken for its successor without being asked");
        assert_eq!(keep("市规划局", "2018-12-31"), successor, "nor does the later use change the earlier");
    }
}
