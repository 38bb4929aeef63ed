//! Whether the words of a question really stand in a text: the index knows pairs of characters and no places.

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::{Connection, Row};

use super::pairs;
use crate::{Reader, StoreError};

/// Words, as they are compared and separated by blanks, of which each stands in one of the texts.
pub(crate) fn holds<'a>(words: &str, texts: impl Iterator<Item = &'a str>) -> bool {
    missing(words, texts).is_empty()
}

/// Those of the words that stand in none of the texts.
fn missing<'a, 'w>(words: &'w str, texts: impl Iterator<Item = &'a str>) -> Vec<&'w str> {
    let mut missing: Vec<&str> = words.split(' ').collect();
    for text in texts {
        if missing.is_empty() {
            break;
        }
        pairs::leave_missing(&mut missing, text);
    }
    missing
}

impl Reader<'_> {
    /// Whether each of the words stands in the task of this row, which has its number, facts and text. Its units are only
    /// asked for when something is missing.
    pub(super) fn task_holds(&self, row: &Row<'_>, words: &str) -> Result<bool, StoreError> {
        let fact = |name| row.get_ref(name)?.as_str_or_null().map_err(rusqlite::Error::from);
        let facts = [fact("text")?, fact("own_title")?, fact("number")?, fact("deadline_raw")?];
        let mut missing = missing(words, facts.into_iter().flatten());
        if !missing.is_empty() {
            pairs::leave_missing(&mut missing, &self.units_as_written(row.get("id")?)?);
        }
        if !missing.is_empty() {
            let origin = "SELECT words, person FROM task_origins WHERE task = ?1";
            let mut statement = self.connection.prepare_cached(origin)?;
            let mut rows = statement.query([row.get::<_, i64>("id")?])?;
            if let Some(origin) = rows.next()? {
                for words in ["words", "person"] {
                    pairs::leave_missing(&mut missing, &origin.get::<_, String>(words)?);
                }
            }
        }
        Ok(missing.is_empty())
    }

    /// The units of a task as they are indexed and shown with it.
    fn units_as_written(&self, task: i64) -> Result<String, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("units_as_written.sql"))?;
        let units = statement.query_map([task], |row| Ok((row.get("position")?, row.get("name")?)))?;
        // Put in their order here: a sorter for each task costs more than all the rest.
        let mut units: Vec<(i64, String)> = units.collect::<Result<_, _>>()?;
        units.sort_by_key(|(position, _)| *position);
        Ok(units.into_iter().map(|(_, name)| name).collect::<Vec<_>>().join("、"))
    }
}

/// Gives statements the function `holds(words, text, …)`: whether each word stands in one of the texts.
pub(crate) fn install(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_DIRECTONLY;
    connection.create_scalar_function("holds", -1, flags, |values: &Context<'_>| {
        let text = |at: usize| values.get_raw(at).as_str_or_null().ok().flatten();
        Ok(holds(text(0).unwrap_or_default(), (1..values.len()).filter_map(text)))
    })
}
