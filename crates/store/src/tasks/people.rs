//! Persons named on tasks: as read in the notice until somebody says otherwise, role by role, from a day on.

use std::collections::BTreeSet;

use domain::{PersonRole, name_and_telephone};
use rusqlite::named_params;
use serde::Serialize;

use super::Happening;
use super::on_day::in_json;
use crate::{PeopleValue, StoreError, TaskId, Writer};

/// A person on a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskPerson {
    /// In which capacity.
    pub role: PersonRole,
    /// The name.
    pub name: String,
    /// The telephone; may be empty.
    pub telephone: String,
    /// Whether the notice says so.
    pub is_read: bool,
}

/// A person as somebody enters it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewPerson {
    /// The name.
    pub name: String,
    /// The telephone; may be empty.
    pub telephone: String,
}

/// Everybody in one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleOfRole {
    /// The role.
    pub role: PersonRole,
    /// Who has it, in order; nobody.
    pub people: Vec<NewPerson>,
}

/// A row of `task_people`.
#[derive(Debug, Serialize)]
pub(crate) struct PersonRow<'a> {
    task: i64,
    role: &'static str,
    position: usize,
    name: &'a str,
    telephone: &'a str,
    is_read: u8,
}

impl<'a> PersonRow<'a> {
    /// The persons that a notice names on the measure of a task.
    pub(crate) fn as_read(task: i64, people: &'a PeopleValue) -> impl Iterator<Item = Self> {
        PersonRole::ALL.into_iter().flat_map(move |role| {
            named(people, role).iter().enumerate().map(move |(position, printed)| {
                let (name, telephone) = name_and_telephone(printed);
                Self { task, role: role.code(), position, name, telephone, is_read: 1 }
            })
        })
    }

    fn entered(task: i64, of: &'a PeopleOfRole) -> impl Iterator<Item = Self> {
        of.people.iter().enumerate().map(move |(position, person)| Self {
            task,
            role: of.role.code(),
            position,
            name: &person.name,
            telephone: &person.telephone,
            is_read: 0,
        })
    }
}

/// Whom a notice names in a role.
pub(crate) fn named(people: &PeopleValue, role: PersonRole) -> &[String] {
    match role {
        PersonRole::Leader => &people.leader,
        PersonRole::Responsible => &people.responsible,
        PersonRole::Contact => &people.contact,
    }
}

impl Writer<'_> {
    /// Names other persons on tasks from a day on; roles that are not given stay. Says of how many tasks that changed
    /// anything.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn name_people(
        &self,
        tasks: &[TaskId],
        roles: &[PeopleOfRole],
        happening: Happening<'_>,
    ) -> Result<u32, StoreError> {
        let told = in_json(tasks)?;
        let mut changed: BTreeSet<i64> = BTreeSet::new();
        for of in roles {
            let packed: Vec<(&str, &str, u8)> =
                of.people.iter().map(|person| (person.name.as_str(), person.telephone.as_str(), 0)).collect();
            let mut statement = self.connection().prepare_cached(include_str!("add_people_events.sql"))?;
            let values = named_params! {
                ":tasks": told,
                ":role": of.role.code(),
                ":people": serde_json::to_string(&packed)?,
                ":day": happening.day,
                ":recorded_at": self.moment(),
                ":reason": happening.reason,
            };
            let of_role: Vec<i64> = statement.query_map(values, |row| row.get(0))?.collect::<Result<_, _>>()?;
            self.take_off(&of_role, of.role)?;
            let rows: Vec<PersonRow<'_>> = of_role.iter().flat_map(|task| PersonRow::entered(*task, of)).collect();
            self.put_people_rows(&rows)?;
            changed.extend(of_role);
        }
        Ok(u32::try_from(changed.len()).unwrap_or(u32::MAX))
    }

    /// Names persons on a task that begins with them.
    ///
    /// # Errors
    /// When there is no such task, or SQLite refuses.
    pub fn begin_with_people(&self, task: &TaskId, roles: &[PeopleOfRole]) -> Result<(), StoreError> {
        let number = "SELECT id FROM tasks WHERE uid = ?1";
        let number: i64 = self.connection().prepare_cached(number)?.query_row([task], |row| row.get(0))?;
        for of in roles {
            self.take_off(&[number], of.role)?;
            self.put_people_rows(&PersonRow::entered(number, of).collect::<Vec<_>>())?;
        }
        Ok(())
    }

    /// The persons of a role follow what the notice is now read to say, where nobody had said otherwise. Says whether they do.
    pub(crate) fn follow_people(&self, task: i64, role: PersonRole, after: &PeopleValue) -> Result<bool, StoreError> {
        let said = "SELECT EXISTS (SELECT 1 FROM task_people WHERE task = ?1 AND role = ?2 AND NOT is_read)
            OR EXISTS (SELECT 1 FROM people_events WHERE task = ?1 AND role = ?2)";
        if self.connection().prepare_cached(said)?.query_row((task, role.code()), |row| row.get(0))? {
            return Ok(false);
        }
        self.take_off(&[task], role)?;
        let rows: Vec<PersonRow<'_>> = PersonRow::as_read(task, after).filter(|row| row.role == role.code()).collect();
        self.put_people_rows(&rows)?;
        Ok(true)
    }

    pub(super) fn put_people_rows(&self, rows: &[PersonRow<'_>]) -> Result<(), StoreError> {
        if !rows.is_empty() {
            let told = serde_json::to_string(rows)?;
            self.connection().prepare_cached(include_str!("add_people.sql"))?.execute([told])?;
        }
        Ok(())
    }

    fn take_off(&self, tasks: &[i64], role: PersonRole) -> Result<(), StoreError> {
        let remove = "DELETE FROM task_people WHERE role = ?2 AND task IN (SELECT value FROM json_each(?1))";
        self.connection().prepare_cached(remove)?.execute((serde_json::to_string(tasks)?, role.code()))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
