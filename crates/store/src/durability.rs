//! When what was written is safe from a power cut.
//!
//! A person's confirmation is on the disk when the program says that it is done: each commit waits for the disk
//! (`synchronous=FULL`). An import of hundreds of files would wait hundreds of times, so it waits once, at its end.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::{Store, StoreError};

/// Each commit waits for the disk.
pub(crate) fn wait_for_each_commit(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "synchronous", "full")
}

/// The file beside a register that holds what is not in it yet.
pub(crate) fn log_of(file: &Path) -> PathBuf {
    beside(file, "-wal")
}

/// The file that SQLite keeps beside a register under its name and this ending.
pub(crate) fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// So many pages the log may hold before they go into the register itself. A commit is safe once it is in the log; moving a
/// thousand tasks of a hundred thousand fills 3,300 pages, and with SQLite's own measure of 1,000 each such commit waited for
/// them to be written twice. While one import follows another into the same pages, few are worth it either.
const LOG_PAGES: u32 = 8_000;

/// Lets the log hold so much.
pub(crate) fn let_the_log_grow(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "wal_autocheckpoint", LOG_PAGES)
}

impl Store {
    /// Does `work`, whose commits wait for the disk together, at the end. A power cut meanwhile may cost the last of
    /// them; each is still whole or absent.
    ///
    /// # Errors
    /// When the disk does not take what was written. What was committed stays in the register and may not outlive a
    /// power cut.
    pub fn in_bulk<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> Result<T, StoreError> {
        self.connection.pragma_update(None, "synchronous", "normal")?;
        let result = work(self);
        wait_for_each_commit(&self.connection)?;
        self.reach_the_disk()?;
        Ok(result)
    }

    /// Waits until the log is on the disk. SQLite holds no lock on the log, so opening it here drops none.
    fn reach_the_disk(&self) -> Result<(), StoreError> {
        let Some(file) = self.file() else { return Ok(()) };
        let log = std::fs::OpenOptions::new().write(true).open(log_of(file));
        match log.and_then(|log| log.sync_all()) {
            // Without a log everything is in the register itself, which is written with a wait.
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(StoreError::NotOnDisk(error)),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Store;
    use crate::testing::operate;

    fn synchronous(store: &Store) -> i64 {
        store.connection.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap()
    }

    #[test]
    fn a_commit_waits_for_the_disk_except_in_bulk() {
        const NORMAL: i64 = 1;
        const FULL: i64 = 2;
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open_or_make(folder.path()).unwrap();
        assert_eq!(synchronous(&store), FULL);
        let within = store.in_bulk(|store| {
            operate(store, "设置", |writer| writer.keep_setting("颜色", "深"));
            synchronous(store)
        });
        assert_eq!(within.unwrap(), NORMAL);
        assert_eq!(synchronous(&store), FULL);
    }
}
