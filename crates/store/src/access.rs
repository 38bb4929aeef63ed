//! Whether the system lets the register be written, only read, or not opened, and whose fault it is when not.

use std::io::{Error, ErrorKind};
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::durability::log_of;
use crate::{StoreError, immutable};

/// How long a writer waits for another.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Connects for writing; where the file or its folder may not be written, for reading.
pub(crate) fn connect(file: &Path) -> Result<Connection, StoreError> {
    // SQLite itself falls back to reading when the file may not be written.
    // A connection is used by one thread at a time (Rust sees to that), so it needs no lock of its own.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags);
    let connection = connection.map_err(|error| blame(file, error))?;
    connection.busy_timeout(PATIENCE).map_err(|error| blame(file, error))?;
    match connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0)) {
        Ok(_) => Ok(connection),
        // Nothing may be made beside the file, so nobody can be writing here.
        Err(error) if is_about_writing(&error) => {
            let folder = file.parent().unwrap_or(Path::new("."));
            if let Some(error) = too_many_open(folder) {
                return Err(error);
            }
            if std::fs::metadata(log_of(file)).is_ok_and(|facts| facts.len() > 0) {
                return Err(StoreError::LogInReadOnlyFolder { folder: folder.to_owned() });
            }
            immutable::open(file).map_err(|error| blame(file, error))
        }
        Err(error) => Err(blame(file, error)),
    }
}

fn is_about_writing(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::CannotOpen | rusqlite::ErrorCode::ReadOnly))
}

/// What stands behind a failure to open this file.
pub(crate) fn blame(file: &Path, error: rusqlite::Error) -> StoreError {
    match StoreError::from(error) {
        StoreError::CannotOpen(source) => {
            too_many_open(file.parent().unwrap_or(Path::new("."))).unwrap_or(StoreError::CannotOpen(source))
        }
        StoreError::Sqlite(source) if source.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
            StoreError::NotAStore { file: file.to_owned(), source }
        }
        other => other,
    }
}

/// SQLite does not say why it could not open a file. The folder is asked instead of the file: closing the file would
/// take away the locks that other connections of this program hold on it.
fn too_many_open(folder: &Path) -> Option<StoreError> {
    let error = std::fs::read_dir(folder).err()?;
    is_too_many(&error).then_some(StoreError::TooManyOpen(error))
}

/// Whether the system has no file to give.
pub(crate) fn is_too_many(error: &Error) -> bool {
    /// Of the process and of the whole system, on Unix; on Windows.
    const CODES: &[i32] = if cfg!(windows) { &[4] } else { &[24, 23] };
    error.raw_os_error().is_some_and(|code| CODES.contains(&code)) && error.kind() != ErrorKind::NotFound
}
