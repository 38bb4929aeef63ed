//! Keeps the index in step: after every operation, what the journal says has changed is indexed anew.

use rusqlite::{Connection, OptionalExtension as _};

use super::pairs;
use crate::StoreError;

/// Indexes what changed after the change numbered `since`.
pub(crate) fn follow(connection: &Connection, since: i64) -> Result<(), StoreError> {
    let mut changed = connection.prepare_cached(include_str!("changed.sql"))?;
    let mut rows = changed.query([since])?;
    let mut index = String::new();
    while let Some(row) = rows.next()? {
        let (table, id): (String, String) = (row.get("table_name")?, row.get("row_id")?);
        index.clear();
        // A deleted row has no number any more; the image of it in the journal has.
        let gone: Option<i64> = row.get("gone")?;
        if table == "notices" {
            match notice_pairs(connection, &id, &mut index)? {
                Some(seq) => put(connection, Put::Notice, seq, &index)?,
                None => drop_from(connection, Put::Notice, gone)?,
            }
        } else {
            match task_pairs(connection, &id, &mut index)? {
                Some(seq) => put(connection, Put::Task, seq, &index)?,
                None => drop_from(connection, Put::Task, gone)?,
            }
        }
    }
    Ok(())
}

#[derive(Clone, Copy)]
enum Put {
    Notice,
    Task,
}

fn put(connection: &Connection, into: Put, seq: i64, index: &str) -> Result<(), StoreError> {
    let sql = match into {
        Put::Notice => "INSERT OR REPLACE INTO notice_index (rowid, pairs) VALUES (?1, ?2)",
        Put::Task => "INSERT OR REPLACE INTO task_index (rowid, pairs) VALUES (?1, ?2)",
    };
    connection.prepare_cached(sql)?.execute((seq, index))?;
    Ok(())
}

fn drop_from(connection: &Connection, from: Put, seq: Option<i64>) -> Result<(), StoreError> {
    let sql = match from {
        Put::Notice => "DELETE FROM notice_index WHERE rowid = ?1",
        Put::Task => "DELETE FROM task_index WHERE rowid = ?1",
    };
    connection.prepare_cached(sql)?.execute([seq])?;
    Ok(())
}

fn notice_pairs(connection: &Connection, id: &str, index: &mut String) -> Result<Option<i64>, StoreError> {
    let facts = connection.prepare_cached(include_str!("notice_facts.sql"))?.query_row([id], |row| {
        let facts: [Option<String>; 4] =
            [row.get("title")?, row.get("notice_title")?, row.get("number")?, row.get("issuers")?];
        Ok((row.get::<_, i64>("seq")?, facts))
    });
    let Some((seq, facts)) = facts.optional()? else { return Ok(None) };
    for fact in facts.iter().flatten() {
        pairs::append(index, std::iter::once(fact.as_str()));
    }
    let mut lines = connection.prepare_cached(include_str!("notice_lines.sql"))?;
    let texts = lines.query_map([seq], |row| row.get("text"))?.collect::<Result<Vec<String>, _>>()?;
    pairs::append(index, texts.iter().map(String::as_str));
    Ok(Some(seq))
}

fn task_pairs(connection: &Connection, id: &str, index: &mut String) -> Result<Option<i64>, StoreError> {
    let facts = connection.prepare_cached(include_str!("task_facts.sql"))?.query_row([id], |row| {
        let facts: [Option<String>; 5] =
            [row.get("number")?, row.get("title")?, row.get("text")?, row.get("deadline_raw")?, row.get("units")?];
        Ok((row.get::<_, i64>("seq")?, facts))
    });
    let Some((seq, facts)) = facts.optional()? else { return Ok(None) };
    for fact in facts.iter().flatten() {
        pairs::append(index, std::iter::once(fact.as_str()));
    }
    Ok(Some(seq))
}
