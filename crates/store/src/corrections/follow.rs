//! The task made of a measure follows what is said of the measure, except in what was changed on the task itself.

use domain::{DeadlineKind, Field, PersonRole, UnitRole};
use rusqlite::{OptionalExtension as _, Row, named_params};

use crate::notices::reading::ReadMeasure;
use crate::tasks::{NamedUnit, named};
use crate::{NoticeRecord, StoreError, TaskId, Writer};

/// Whose task follows, and what its notice said and says.
pub(crate) struct Following<'a> {
    pub(crate) notice: i64,
    pub(crate) key: i64,
    pub(crate) facts_before: &'a NoticeRecord,
    pub(crate) facts_after: &'a NoticeRecord,
}

/// A task as far as it repeats its measure.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TaskRow {
    number: String,
    title: Option<String>,
    text: String,
    deadline_raw: Option<String>,
    due: Option<chrono::NaiveDate>,
    deadline_kind: String,
    region: String,
    begins: String,
}

impl TaskRow {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            number: row.get("number")?,
            title: row.get("title")?,
            text: row.get("text")?,
            deadline_raw: row.get("deadline_raw")?,
            due: row.get("due")?,
            deadline_kind: row.get("deadline_kind")?,
            region: row.get("region")?,
            begins: row.get("begins")?,
        })
    }
}

impl Writer<'_> {
    /// Gives the task made of the measure what the measure holds after, wherever it has what the measure held before.
    /// Says which task that is, and which of its fields were changed on their own and stay.
    pub(crate) fn follow(
        &self,
        following: &Following<'_>,
        before: &ReadMeasure,
        after: &ReadMeasure,
    ) -> Result<(Option<TaskId>, Vec<Field>), StoreError> {
        let mut statement = self.connection().prepare_cached(include_str!("task_of_measure.sql"))?;
        let found = statement.query_row((following.notice, following.key), |row| {
            Ok((row.get::<_, i64>("id")?, row.get::<_, TaskId>("uid")?, TaskRow::of(row)?))
        });
        let Some((task, uid, mut row)) = found.optional()? else { return Ok((None, Vec::new())) };
        let as_it_was = row.clone();
        let mut kept = Vec::new();
        let mut take = |field: Field, changed: bool, untouched: bool| {
            if changed && !untouched {
                kept.push(field);
            }
            changed && untouched
        };
        if before.number != after.number && row.number == before.number {
            row.number.clone_from(&after.number);
        }
        if take(Field::Title, before.title != after.title, row.title == before.title) {
            row.title.clone_from(&after.title);
        }
        if take(Field::Text, before.text != after.text, row.text == before.text) {
            row.text.clone_from(&after.text);
        }
        let deadline =
            |measure: &ReadMeasure| (measure.deadline_raw.clone(), measure.due, measure.deadline_kind.clone());
        // The due day of what comes back moves by itself.
        let periodic = DeadlineKind::Periodic.code();
        let own_due = row.due.filter(|_| row.deadline_kind != periodic);
        let own = (row.deadline_raw.clone(), own_due, row.deadline_kind.clone());
        let deadline_taken = take(Field::Deadline, deadline(before) != deadline(after), own == deadline(before));
        if deadline_taken {
            (row.deadline_raw, row.due, row.deadline_kind) = deadline(after);
        }
        let (facts_before, facts_after) = (following.facts_before, following.facts_after);
        if facts_before.region != facts_after.region && row.region == facts_before.region.as_deref().unwrap_or_default()
        {
            row.region = facts_after.region.clone().unwrap_or_default();
        }
        if facts_before.first_day() != facts_after.first_day() {
            row.begins = facts_after.first_day().map(|day| day.to_string()).unwrap_or_default();
        }
        let said_otherwise =
            (before.text != after.text || facts_before != facts_after) && row.deadline_kind == periodic;
        if deadline_taken || (said_otherwise && own == deadline(after)) {
            let duty = self.duty_of_measure(facts_after, after);
            if let Some(due) = self.follow_read_duty(task, duty)?.filter(|_| duty.is_some()) {
                row.due = due;
            }
        }
        if row != as_it_was {
            self.connection().prepare_cached(include_str!("follow.sql"))?.execute(named_params! {
                ":task": task,
                ":number": row.number,
                ":title": row.title,
                ":text": row.text,
                ":deadline_raw": row.deadline_raw,
                ":due": row.due,
                ":deadline_kind": row.deadline_kind,
                ":region": row.region,
                ":begins": row.begins,
            })?;
        }
        kept.extend(self.follow_units(task, following, before, after)?);
        let mut others_are_named = false;
        for role in
            PersonRole::ALL.into_iter().filter(|role| named(&before.people, *role) != named(&after.people, *role))
        {
            others_are_named |= !self.follow_people(task, role, &after.people)?;
        }
        if others_are_named {
            kept.push(Field::People);
        }
        Ok((Some(uid), kept))
    }

    /// The same for the units; gives the fields that stay.
    fn follow_units(
        &self,
        task: i64,
        following: &Following<'_>,
        before: &ReadMeasure,
        after: &ReadMeasure,
    ) -> Result<Vec<Field>, StoreError> {
        let (was, is) = (following.facts_before, following.facts_after);
        let changed: Vec<Field> =
            [(Field::Leads, before.leads != after.leads), (Field::CoUnits, before.co_units != after.co_units)]
                .into_iter()
                .filter_map(|(field, changed)| changed.then_some(field))
                .collect();
        if changed.is_empty() && was.region == is.region {
            return Ok(Vec::new());
        }
        let named_before = self.units_named(was.region.as_deref(), was.issued, before)?;
        let own = self.units_of_task(task)?;
        let mut expected: Vec<(i64, String)> =
            named_before.iter().map(|unit| (unit.number, unit.role.code().to_owned())).collect();
        expected.sort();
        if own != expected {
            return Ok(changed);
        }
        let named = self.units_named(is.region.as_deref(), is.issued, after)?;
        self.put_units(task, &own, &named)?;
        Ok(Vec::new())
    }

    /// The units of a task, each with its role.
    pub(crate) fn units_of_task(&self, task: i64) -> Result<Vec<(i64, String)>, StoreError> {
        let own = "SELECT unit, role FROM task_units WHERE task = ?1 ORDER BY unit";
        let mut statement = self.connection().prepare_cached(own)?;
        let own = statement.query_map([task], |row| Ok((row.get("unit")?, row.get("role")?)))?;
        Ok(own.collect::<Result<_, _>>()?)
    }

    /// Gives a task these units in the place of its own.
    pub(crate) fn put_units(
        &self,
        task: i64,
        own: &[(i64, String)],
        named: &[NamedUnit<'_>],
    ) -> Result<(), StoreError> {
        for (unit, _) in own.iter().filter(|(unit, _)| !named.iter().any(|named| named.number == *unit)) {
            let remove = "DELETE FROM task_units WHERE task = ?1 AND unit = ?2";
            self.connection().prepare_cached(remove)?.execute((task, unit))?;
        }
        let mut put = self.connection().prepare_cached(include_str!("put_unit.sql"))?;
        for (position, unit) in named.iter().enumerate() {
            put.execute((task, unit.number, unit.role.code(), position, unit.written))?;
        }
        let first_lead = named.iter().find(|unit| unit.role == UnitRole::Lead).map(|unit| unit.number);
        let lead = "UPDATE tasks SET first_lead = ?2 WHERE id = ?1";
        self.connection().prepare_cached(lead)?.execute((task, first_lead))?;
        Ok(())
    }
}
