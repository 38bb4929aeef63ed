//! Many tasks as they stood on a day, for what is to be done with all of them at once.

use chrono::NaiveDate;
use domain::TaskStatus;
use rusqlite::named_params;

use crate::rows::{code, coded};
use crate::{Reader, StoreError, TaskId, UnitId};

/// A task as it stood at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskOnDay {
    /// The task.
    pub id: TaskId,
    /// Path of labels.
    pub number: String,
    /// Title.
    pub title: Option<String>,
    /// How its text begins.
    pub text: String,
    /// Since when it is owed; none where nobody knows.
    pub begins: Option<NaiveDate>,
    /// Where it stood.
    pub status: TaskStatus,
    /// By when it was due.
    pub due: Option<NaiveDate>,
    /// Whether the unit asked for is on it.
    pub has_part: bool,
    /// Where the part of that unit stood; none where it had reported nothing.
    pub part: Option<TaskStatus>,
    /// Whether its units changed after the day.
    pub units_changed_later: bool,
    /// Whether the persons named on it changed after the day.
    pub people_changed_later: bool,
    /// Whether it comes back in a rhythm.
    pub recurs: bool,
}

impl Reader<'_> {
    /// Those of these tasks that there are, in the order asked, with the part of this unit.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tasks_on(
        &self,
        tasks: &[TaskId],
        day: NaiveDate,
        unit: Option<&UnitId>,
    ) -> Result<Vec<TaskOnDay>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("on_day.sql"))?;
        let mut rows = statement.query(named_params! { ":tasks": in_json(tasks)?, ":day": day, ":unit": unit })?;
        let mut found = Vec::with_capacity(tasks.len());
        while let Some(row) = rows.next()? {
            let part: Option<String> = row.get("part")?;
            found.push(TaskOnDay {
                id: row.get("uid")?,
                number: row.get("number")?,
                title: row.get("title")?,
                text: row.get("text")?,
                begins: row.get::<_, String>("begins")?.parse().ok(),
                status: coded(row, "status")?,
                due: row.get("due")?,
                has_part: row.get("has_part")?,
                part: part.map(|part| code("status", &part)).transpose()?,
                units_changed_later: row.get("units_changed_later")?,
                people_changed_later: row.get("people_changed_later")?,
                recurs: row.get("recurs")?,
            });
        }
        Ok(found)
    }
}

/// Ids as a statement reads them.
pub(super) fn in_json(tasks: &[TaskId]) -> Result<String, StoreError> {
    Ok(serde_json::to_string(&tasks.iter().map(ToString::to_string).collect::<Vec<_>>())?)
}
