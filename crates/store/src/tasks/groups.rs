//! How many tasks answer a filter, by who leads them or by their notice, in each status and for each due day.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::TaskStatus;

use super::TaskFilter;
use crate::rows::{bind, code};
use crate::{Reader, StoreError};

/// What tasks are put together by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// Each unit that leads; a task of several stands under each.
    Lead,
    /// The notice.
    Notice,
    /// Nothing: all are one group.
    Whole,
}

/// How many tasks of a group stand in a status and are due on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupCount {
    /// Place of the group in [`GroupCounts::groups`]; none for tasks that have no such thing.
    pub group: Option<usize>,
    /// Where they stand.
    pub status: TaskStatus,
    /// When they are due.
    pub due: Option<NaiveDate>,
    /// How many.
    pub tasks: u32,
}

/// A unit or a notice that tasks are put under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupName {
    /// Its id.
    pub id: String,
    /// Its name or title.
    pub name: String,
    /// Its region.
    pub region: Option<String>,
}

/// The groups and what is counted in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupCounts {
    /// Those that have tasks.
    pub groups: Vec<GroupName>,
    /// The counts, in no order.
    pub counts: Vec<GroupCount>,
}

impl Reader<'_> {
    /// Counts the tasks that answer the filter. They are added up here, for SQLite would sort them to group them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn group_counts(&self, filter: &TaskFilter, by: Grouping) -> Result<GroupCounts, StoreError> {
        let as_of = self.as_of(filter.as_of)?;
        let mut conditions = filter.conditions(false);
        conditions.values.push(as_of.value());
        let (key, from) = match by {
            Grouping::Lead => {
                ("coalesce(g.unit, 0)", "{tasks} AS t LEFT JOIN {task_units} AS g ON g.task = t.id AND g.role = 'lead'")
            }
            Grouping::Notice => ("coalesce(t.notice, 0)", "{tasks} AS t"),
            Grouping::Whole => ("0", "{tasks} AS t"),
        };
        let sql = format!(
            "SELECT {key} AS key, t.status, coalesce(t.due, '') AS due\nFROM {from}\nWHERE {}",
            conditions.all()
        );
        let mut statement = self.connection.prepare_cached(&as_of.insert(&sql))?;
        bind(&mut statement, &conditions.values)?;
        let mut rows = statement.raw_query();
        // One key a status and day: they are few, tasks are many.
        let mut counted: HashMap<(i64, String, String), u32> = HashMap::new();
        let mut last: (i64, String, String) = Default::default();
        while let Some(row) = rows.next()? {
            let text = |column| Ok::<_, StoreError>(row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?);
            let (key, status, due) = (row.get(0)?, text(1)?, text(2)?);
            last.0 = key;
            last.1.clear();
            last.1.push_str(status);
            last.2.clear();
            last.2.push_str(due);
            match counted.get_mut(&last) {
                Some(tasks) => *tasks += 1,
                None => drop(counted.insert(last.clone(), 1)),
            }
        }
        let names = self.group_names(by)?;
        let mut found = GroupCounts::default();
        let mut places: HashMap<i64, usize> = HashMap::new();
        for ((key, status, due), tasks) in counted {
            let group = names.get(&key).map(|name| {
                *places.entry(key).or_insert_with(|| {
                    found.groups.push(name.clone());
                    found.groups.len() - 1
                })
            });
            found.counts.push(GroupCount { group, status: code("status", &status)?, due: due.parse().ok(), tasks });
        }
        Ok(found)
    }

    /// What each group is called, by its number.
    fn group_names(&self, by: Grouping) -> Result<HashMap<i64, GroupName>, StoreError> {
        let sql = match by {
            Grouping::Lead => "SELECT id, uid, name, region FROM units",
            Grouping::Notice => "SELECT id, uid, title AS name, region FROM notices",
            Grouping::Whole => return Ok(HashMap::new()),
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut names = HashMap::new();
        while let Some(row) = rows.next()? {
            let id = match by {
                Grouping::Notice => row.get::<_, crate::NoticeId>("uid")?.to_string(),
                Grouping::Lead | Grouping::Whole => row.get::<_, crate::UnitId>("uid")?.to_string(),
            };
            names.insert(row.get("id")?, GroupName { id, name: row.get("name")?, region: row.get("region")? });
        }
        Ok(names)
    }
}
