//! What happened to one task up to a day: its statuses, its deadlines, the parts of its units, the tasks it went into.

use chrono::NaiveDate;
use domain::{TaskStatus, UnitRole};
use rusqlite::Row;

use crate::as_of::AsOf;
use crate::rows::{bind, code};
use crate::{Reader, StoreError, TaskId, UnitId};

/// Since when a change is true, who recorded it and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The day it is true from.
    pub day: NaiveDate,
    /// When it was recorded, as RFC 3339 in UTC.
    pub recorded_at: String,
    /// Who recorded it.
    pub actor: String,
    /// Why.
    pub reason: String,
}

/// A change of status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusFact {
    /// Whose part it was; none for the task itself.
    pub unit: Option<String>,
    /// Where it stood before; none where a part had no state of its own.
    pub before: Option<TaskStatus>,
    /// Where it stood from then on.
    pub after: TaskStatus,
    /// Since when, by whom and why.
    pub recorded: Recorded,
}

/// A change of deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineFact {
    /// Words and due day before.
    pub before: (Option<String>, Option<NaiveDate>),
    /// Words and due day from then on.
    pub after: (Option<String>, Option<NaiveDate>),
    /// Since when, by whom and why.
    pub recorded: Recorded,
}

/// The part of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartFact {
    /// The unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Its role.
    pub role: UnitRole,
    /// Where its part stands, and since when; none as long as it has reported nothing.
    pub status: Option<(TaskStatus, NaiveDate)>,
}

/// Another task that took this one's place, or whose place this one took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuccessionFact {
    /// The other task.
    pub other: TaskId,
    /// Its path of labels.
    pub number: String,
    /// Its title, or how its text begins.
    pub title: String,
    /// Title of its notice.
    pub notice_title: String,
    /// merged, superseded.
    pub kind: TaskStatus,
    /// Whether the other one is the successor.
    pub is_successor: bool,
    /// The day it is true from.
    pub day: NaiveDate,
}

impl Reader<'_> {
    /// The changes of status of a task and of its parts, in the order of their days.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn status_facts(&self, task: &TaskId, until: Option<NaiveDate>) -> Result<Vec<StatusFact>, StoreError> {
        self.facts(include_str!("status_facts.sql"), task, until, |row| {
            Ok(StatusFact {
                unit: row.get("unit")?,
                before: status(row, "before")?,
                after: status(row, "after")?.unwrap_or_default(),
                recorded: recorded(row)?,
            })
        })
    }

    /// The changes of its deadline, in the order of their days.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn deadline_facts(&self, task: &TaskId, until: Option<NaiveDate>) -> Result<Vec<DeadlineFact>, StoreError> {
        self.facts(include_str!("deadline_facts.sql"), task, until, |row| {
            Ok(DeadlineFact {
                before: (row.get("before_raw")?, row.get("before_due")?),
                after: (row.get("after_raw")?, row.get("after_due")?),
                recorded: recorded(row)?,
            })
        })
    }

    /// Its units, with where the part of each stands, leads first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn part_facts(&self, task: &TaskId, until: Option<NaiveDate>) -> Result<Vec<PartFact>, StoreError> {
        let then = AsOf(until.map(|day| self.past(day)).transpose()?.flatten());
        let sql = then.insert(include_str!("part_facts.sql"));
        self.facts(&sql, task, until, |row| {
            let day: Option<NaiveDate> = row.get("since")?;
            let is_lead = row.get::<_, String>("role")? == UnitRole::Lead.code();
            Ok(PartFact {
                unit: row.get("uid")?,
                name: row.get("name")?,
                role: if is_lead { UnitRole::Lead } else { UnitRole::CoUnit },
                status: status(row, "status")?.zip(day),
            })
        })
    }

    /// The tasks that took its place or whose place it took, in the order of their days.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn succession_facts(&self, task: &TaskId, until: Option<NaiveDate>) -> Result<Vec<SuccessionFact>, StoreError> {
        self.facts(include_str!("succession_facts.sql"), task, until, |row| {
            Ok(SuccessionFact {
                other: row.get("uid")?,
                number: row.get("number")?,
                title: row.get("title")?,
                notice_title: row.get("notice_title")?,
                kind: status(row, "kind")?.unwrap_or_default(),
                is_successor: row.get("is_successor")?,
                day: row.get("happened")?,
            })
        })
    }

    fn facts<T>(
        &self,
        sql: &str,
        task: &TaskId,
        until: Option<NaiveDate>,
        mut fact: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        // A day that no fact is behind.
        let day = until.unwrap_or(NaiveDate::MAX);
        let mut statement = self.connection.prepare_cached(sql)?;
        bind(&mut statement, &[(":task", task.into()), (":day", until_text(day).into())])?;
        let mut rows = statement.raw_query();
        let mut facts = Vec::new();
        while let Some(row) = rows.next()? {
            facts.push(fact(row)?);
        }
        Ok(facts)
    }
}

/// A day of five digits for the year would come before all others in the order of letters.
fn until_text(day: NaiveDate) -> String {
    if day == NaiveDate::MAX { "9999-12-31".to_owned() } else { day.to_string() }
}

fn recorded(row: &Row<'_>) -> Result<Recorded, StoreError> {
    Ok(Recorded {
        day: row.get("happened")?,
        recorded_at: row.get("recorded_at")?,
        actor: row.get("actor")?,
        reason: row.get("reason")?,
    })
}

fn status(row: &Row<'_>, column: &str) -> Result<Option<TaskStatus>, StoreError> {
    row.get::<_, Option<String>>(column)?.map(|status| code(column, &status)).transpose()
}
