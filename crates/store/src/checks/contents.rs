//! Whether what was kept packed is still what it was.

use rusqlite::Connection;

use super::Check;
use crate::{Reader, StoreError};

/// What the check of contents is called.
const NAME: &str = "原文与识读结果";
/// So many files are named.
const NAMED: usize = 5;

/// The answer for a person, with the files that are affected: they can be imported again.
pub(super) fn check(read: Reader<'_>) -> Check {
    let damaged = match damaged(read) {
        Ok(damaged) => damaged,
        Err(error) => return Check::of(NAME, Err(error), ""),
    };
    let files = files_of(read.connection, &damaged).unwrap_or_default();
    let meaning = format!(
        "段内容与存入时不符{}。请用 duban check --mend 从备份里找回；找不回的，重新导入这些文件",
        if files.is_empty() { String::new() } else { format!("，涉及{files}") }
    );
    Check::of(NAME, Ok(damaged.len()), &meaning)
}

/// The contents that do not unpack to the bytes they were made of.
pub(crate) fn damaged(read: Reader<'_>) -> Result<Vec<i64>, StoreError> {
    // What is packed beside one file, one after another: the file is unpacked once.
    let mut statement = read.connection.prepare("SELECT id FROM contents ORDER BY coalesce(beside, id), id")?;
    let mut rows = statement.query([])?;
    let mut damaged = Vec::new();
    while let Some(row) = rows.next()? {
        let id = row.get("id")?;
        if read.content(id).is_err() {
            damaged.push(id);
        }
    }
    Ok(damaged)
}

/// The names of the files that these contents belong to.
pub(crate) fn files_of(connection: &Connection, contents: &[i64]) -> Result<String, StoreError> {
    let mut statement = connection.prepare(include_str!("file_of_content.sql"))?;
    let mut names: Vec<String> = Vec::new();
    for content in contents {
        for name in statement.query_map([content], |row| row.get("name"))? {
            let name = format!("“{}”", name.map(|name: String| name)?);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let more = if names.len() > NAMED { format!("等 {} 个文件", names.len()) } else { String::new() };
    names.truncate(NAMED);
    Ok(names.join("、") + &more)
}
