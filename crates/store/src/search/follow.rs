//! Keeps the index in step: after every operation, what the journal says has changed is indexed anew.

use rusqlite::{Connection, OptionalExtension as _};

use super::pairs::IndexWords;
use crate::{Reader, SourceLineRecord, StoreError};

/// Indexes what changed after the change numbered `since`.
pub(crate) fn follow(connection: &Connection, since: i64) -> Result<(), StoreError> {
    let mut changed = connection.prepare_cached(include_str!("changed.sql"))?;
    let mut rows = changed.query([since])?;
    let mut indexing = Indexing::new(connection);
    while let Some(row) = rows.next()? {
        let number: i64 = row.get("row")?;
        if row.get_ref("place")?.as_str().is_ok_and(|place| place == "notices") {
            indexing.notice(number)?;
        } else {
            indexing.task(number)?;
        }
    }
    Ok(())
}

/// Indexes everything.
pub(crate) fn rebuild(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(
        "INSERT INTO notice_index (notice_index) VALUES ('delete-all');
        INSERT INTO task_index (task_index) VALUES ('delete-all');",
    )?;
    let mut indexing = Indexing::new(connection);
    for number in numbers(connection, "notices")? {
        indexing.notice(number)?;
    }
    for number in numbers(connection, "tasks")? {
        indexing.task(number)?;
    }
    Ok(())
}

/// Goes through the notices or the tasks, each with the pairs that the index has to hold of it; with none where the text
/// is damaged.
pub(crate) fn each_entry(
    connection: &Connection,
    table: &str,
    mut visit: impl FnMut(i64, Option<&str>),
) -> Result<(), StoreError> {
    let mut indexing = Indexing::new(connection);
    for number in numbers(connection, table)? {
        let read = if table == "notices" { indexing.read_notice(number) } else { indexing.read_task(number) };
        match read {
            Ok(true) => visit(number, Some(indexing.words.as_str())),
            Ok(false) => {}
            Err(StoreError::DamagedContent { .. } | StoreError::UnknownValue(_)) => visit(number, None),
            Err(other) => return Err(other),
        }
    }
    Ok(())
}

fn numbers(connection: &Connection, table: &str) -> Result<Vec<i64>, StoreError> {
    let mut statement = connection.prepare(&format!("SELECT id FROM {table} ORDER BY id"))?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Removes what the index still holds of entries that were taken out of it.
pub(crate) fn sweep(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.execute_batch(
        "INSERT INTO notice_index (notice_index) VALUES ('optimize');
        INSERT INTO task_index (task_index) VALUES ('optimize');",
    )?)
}

struct Indexing<'a> {
    connection: &'a Connection,
    /// The lines of the file looked at last: its notices come one after another.
    lines: Option<(i64, Vec<SourceLineRecord>)>,
    words: IndexWords,
}

impl<'a> Indexing<'a> {
    fn new(connection: &'a Connection) -> Self {
        Self { connection, lines: None, words: IndexWords::default() }
    }

    fn notice(&mut self, number: i64) -> Result<(), StoreError> {
        if self.read_notice(number)? {
            self.put("INSERT OR REPLACE INTO notice_index (rowid, pairs) VALUES (?1, ?2)", number)
        } else {
            self.remove("DELETE FROM notice_index WHERE rowid = ?1", number)
        }
    }

    fn task(&mut self, number: i64) -> Result<(), StoreError> {
        if self.read_task(number)? {
            self.put("INSERT OR REPLACE INTO task_index (rowid, pairs) VALUES (?1, ?2)", number)
        } else {
            self.remove("DELETE FROM task_index WHERE rowid = ?1", number)
        }
    }

    /// Sets `words` to the pairs of a notice; false when there is none.
    fn read_notice(&mut self, number: i64) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("notice_facts.sql"))?;
        let found = statement.query_row([number], |row| {
            let facts: [Option<String>; 4] =
                [row.get("title")?, row.get("notice_title")?, row.get("number")?, row.get("issuers")?];
            let lines = row.get::<_, u32>("first_line")?..=row.get::<_, u32>("last_line")?;
            Ok((row.get::<_, i64>("source")?, lines, facts))
        });
        let Some((source, extent, facts)) = found.optional()? else { return Ok(false) };
        self.words.clear();
        for fact in facts.iter().flatten() {
            self.words.append(std::iter::once(fact.as_str()));
        }
        if self.lines.as_ref().is_none_or(|(kept, _)| *kept != source) {
            self.lines = Some((source, Reader { connection: self.connection }.all_lines(source)?));
        }
        let lines = self.lines.iter().flat_map(|(_, lines)| lines);
        let texts = lines.filter(|line| extent.contains(&line.number)).map(|line| line.text.as_str());
        self.words.append(texts);
        Ok(true)
    }

    /// Sets `words` to the pairs of a task; false when there is none.
    fn read_task(&mut self, number: i64) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("task_facts.sql"))?;
        let mut rows = statement.query([number])?;
        let Some(row) = rows.next()? else { return Ok(false) };
        self.words.clear();
        for fact in ["number", "title", "text", "deadline_raw", "units", "origin", "origin_person"] {
            if let Some(fact) = row.get_ref(fact)?.as_str_or_null().map_err(rusqlite::Error::from)? {
                self.words.append(std::iter::once(fact));
            }
        }
        Ok(true)
    }

    fn put(&self, sql: &str, number: i64) -> Result<(), StoreError> {
        self.connection.prepare_cached(sql)?.execute((number, self.words.as_str()))?;
        Ok(())
    }

    fn remove(&self, sql: &str, number: i64) -> Result<(), StoreError> {
        self.connection.prepare_cached(sql)?.execute([number])?;
        Ok(())
    }
}
