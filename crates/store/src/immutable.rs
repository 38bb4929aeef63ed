//! Opening a file that nobody changes: no lock is taken, no log is read, nothing is written beside it.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

/// Opens the file as it lies on the disk, for reading only.
pub(crate) fn open(file: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    Connection::open_with_flags(address(file), flags)
}

/// The file as an address of SQLite's.
fn address(file: &Path) -> String {
    let mut path = file.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    if cfg!(windows) {
        path = format!("/{}", path.replace('\\', "/"));
    }
    format!("file:{path}?immutable=1")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_name_with_signs_of_addresses_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("台账 100%#1?.sqlite3");
        rusqlite::Connection::open(&file).unwrap().execute_batch("PRAGMA user_version = 7").unwrap();
        let version = super::open(&file).unwrap().pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0));
        assert_eq!(version.unwrap(), 7);
    }
}
