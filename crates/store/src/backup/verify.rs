//! Whether a file is a whole register, and what it holds.

use std::io::Read as _;
use std::path::Path;

use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

use super::{Backup, BackupError};
use crate::migrations::{VERSION, version};
use crate::{Entry, Reader, StoreError, immutable};

/// What a backup holds, as far as this program can say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// Its tasks; unknown when another version of the program has written it.
    pub tasks: Option<u32>,
    /// Its notices.
    pub notices: Option<u32>,
    /// The last operation in it.
    pub last: Option<Entry>,
    /// An older program has written it: restored, it is brought up to date first.
    pub is_older: bool,
}

impl Backup {
    /// What it holds.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn facts(&self) -> Result<Facts, BackupError> {
        let wrong = |error| BackupError::sqlite(&self.file, error);
        let connection = immutable::open(&self.file).map_err(wrong)?;
        let version = version(&connection)?;
        if version != VERSION {
            return Ok(Facts { is_older: version < VERSION, ..Facts::default() });
        }
        Ok(facts(Reader { connection: &connection })?)
    }

    /// Whether its bytes are those that were written.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn is_unchanged(&self) -> Result<bool, BackupError> {
        Ok(checksum(&self.file)? == self.checksum)
    }
}

pub(crate) fn facts(reader: Reader<'_>) -> Result<Facts, StoreError> {
    Ok(Facts {
        tasks: Some(reader.task_count()?),
        notices: Some(reader.notice_counts()?.0),
        last: reader.history(None, 1)?.pop(),
        is_older: false,
    })
}

/// The beginning of the SHA-256 of a file.
pub(crate) fn checksum(file: &Path) -> Result<String, BackupError> {
    let mut hash = sha256(file)?;
    hash.truncate(16);
    Ok(hash)
}

/// The SHA-256 of a file.
pub(crate) fn sha256(path: &Path) -> Result<String, BackupError> {
    let failed = |error| BackupError::of(path, error);
    let mut file = std::fs::File::open(path).map_err(failed)?;
    let mut hash = Sha256::new();
    let mut part = vec![0; 1 << 20];
    loop {
        let length = file.read(&mut part).map_err(failed)?;
        if length == 0 {
            return Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect());
        }
        hash.update(part.get(..length).unwrap_or_default());
    }
}

/// How many rows each table has, whatever the schema.
pub(crate) fn counts(connection: &Connection) -> rusqlite::Result<Vec<(String, i64)>> {
    let mut statement = connection.prepare(include_str!("tables.sql"))?;
    let names = statement.query_map([], |row| row.get("name"))?.collect::<Result<Vec<String>, _>>()?;
    let count = |name: String| {
        let rows = connection.query_row(&format!("SELECT count(*) FROM \"{name}\""), [], |row| row.get(0))?;
        Ok((name, rows))
    };
    names.into_iter().map(count).collect()
}

/// Whether SQLite finds the file whole; otherwise a clause that says what is wrong. The thorough look also compares the
/// indexes with their tables.
pub(crate) fn fault(connection: &Connection, thorough: bool) -> Option<String> {
    let look = if thorough { "PRAGMA integrity_check(3)" } else { "PRAGMA quick_check(3)" };
    let found = connection
        .prepare(look)
        .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>());
    match found {
        Ok(found) if found == ["ok"] => None,
        Ok(found) => Some(format!("文件已损坏（{}）", found.join("；"))),
        Err(error) => Some(format!("文件已损坏或不是台账（{error}）")),
    }
}
