//! Opening a register: the file, its settings, its migrations.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;

use crate::{Store, StoreError, journal};

/// Name of the register in its folder.
const FILE: &str = "duban.sqlite3";

/// In order; a file's version is how many of them it has. Once released, a migration never changes.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_first.sql"),
    include_str!("../migrations/0002_versions.sql"),
    include_str!("../migrations/0003_indicators_and_units.sql"),
];

/// How long a writer waits for another.
const PATIENCE: Duration = Duration::from_secs(10);

impl Store {
    /// Opens the register in this folder, making both when they are not there.
    ///
    /// # Errors
    /// When the folder cannot be made, the file is no register, or a newer program has written it.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        std::fs::create_dir_all(folder).map_err(|source| StoreError::Folder { folder: folder.to_owned(), source })?;
        let file = folder.join(FILE);
        let named = |source: rusqlite::Error| match StoreError::from(source) {
            StoreError::Sqlite(source) => StoreError::NotAStore { file: file.clone(), source },
            other => other,
        };
        let connection = Connection::open(&file).map_err(named)?;
        connection.busy_timeout(PATIENCE).map_err(named)?;
        connection.pragma_update(None, "journal_mode", "wal").map_err(named)?;
        // In WAL mode this loses no consistency at a power cut, at most the last operations.
        connection.pragma_update(None, "synchronous", "normal").map_err(named)?;
        Self::prepare(connection)
    }

    /// A register that is gone when it is dropped, for tests and rehearsals.
    ///
    /// # Errors
    /// When SQLite cannot make it.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::prepare(Connection::open_in_memory()?)
    }

    fn prepare(connection: Connection) -> Result<Self, StoreError> {
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "cache_size", -32_000)?;
        connection.set_prepared_statement_cache_capacity(96);
        let mut store = Self { connection };
        store.migrate(MIGRATIONS)?;
        Ok(store)
    }

    /// Brings the file to this program's version, all in one transaction.
    fn migrate(&mut self, migrations: &[&str]) -> Result<(), StoreError> {
        if version(&self.connection)? == migrations.len() {
            return Ok(());
        }
        let transaction = self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        // Asked again inside: another program may have been quicker.
        let found = version(&transaction)?;
        let Some(pending) = migrations.get(found..) else {
            return Err(StoreError::Newer { found, known: migrations.len() });
        };
        for migration in pending {
            transaction.execute_batch(migration)?;
        }
        if !pending.is_empty() {
            journal::install_triggers(&transaction)?;
            transaction.pragma_update(None, "user_version", migrations.len())?;
        }
        transaction.commit()?;
        Ok(())
    }
}

fn version(connection: &Connection) -> Result<usize, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pending_migrations_run_together_or_not_at_all() {
        let mut store = Store::in_memory().unwrap();
        let known = MIGRATIONS.len();
        let broken = [MIGRATIONS, &["CREATE TABLE one (id TEXT)", "CREATE TABLE broken ("]].concat();
        assert!(store.migrate(&broken).is_err());
        assert_eq!(version(&store.connection).unwrap(), known);
        let left: i64 = store
            .connection
            .query_row("SELECT count(*) FROM sqlite_schema WHERE name = 'one'", [], |r| r.get(0))
            .unwrap();
        assert_eq!(left, 0, "the first of two pending migrations went with the second");
        store.migrate(&broken[..=known]).unwrap();
        assert_eq!(version(&store.connection).unwrap(), known + 1);
    }

    #[test]
    fn a_newer_register_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        Store::open(folder.path()).unwrap().connection.pragma_update(None, "user_version", 99).unwrap();
        let error = Store::open(folder.path()).unwrap_err();
        assert!(error.to_string().contains("升级本程序"), "{error}");
        let version: usize = Connection::open(folder.path().join(FILE))
            .unwrap()
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        assert_eq!(version, 99);
    }

    #[test]
    fn what_is_no_register_is_named() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "这不是数据库，只是一段普通的文字。".repeat(50)).unwrap();
        let error = Store::open(folder.path()).unwrap_err();
        assert!(error.to_string().contains(FILE) && error.to_string().contains("备份"), "{error}");
    }
}
