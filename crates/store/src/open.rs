//! Opening a register: the file, its settings, its migrations.

use std::io::ErrorKind;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::file_identity::FileIdentity;
use crate::leftover::BACKUP_ID;
use crate::migrations::{APPLICATION_ID, VERSION, version};
use crate::{Store, StoreError, access, backup, durability, leftover, migrations, notices, permissions, search};

/// Name of the register in its folder.
pub(crate) const FILE: &str = "duban.sqlite3";

impl Store {
    /// Whether the folder holds a register, whole or damaged.
    pub fn exists(folder: &Path) -> bool {
        // What the system does not let one look at is not absent.
        std::fs::metadata(folder.join(FILE)).map_or_else(|error| !is_absence(&error), |_| true)
    }

    /// Opens the register in this folder.
    ///
    /// # Errors
    /// When there is none, the file is no register, it may not be read, or a newer program has written it.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let file = folder.join(FILE);
        let facts = std::fs::metadata(&file).map_err(|source| match source {
            source if is_absence(&source) => absence(folder),
            source => StoreError::Unreadable { file: file.clone(), source },
        })?;
        if facts.len() == 0 {
            return Err(StoreError::Emptied { file });
        }
        Self::connect(&file, Before::BackUp)
    }

    /// Opens the register in this folder, making both when they are not there. Both are for their owner alone. Beside the
    /// backups of a register none is made: whoever has lost theirs must not find an empty one in its place.
    ///
    /// # Errors
    /// As [`Self::open`], when the folder or the file cannot be made, and when only backups are there.
    pub fn open_or_make(folder: &Path) -> Result<Self, StoreError> {
        if Self::exists(folder) {
            return Self::open(folder);
        }
        if let gone @ StoreError::Gone { .. } = absence(folder) {
            return Err(gone);
        }
        let not_made = |source| StoreError::Folder { folder: folder.to_owned(), source };
        private_folder(folder).map_err(not_made)?;
        // A log without its register: the next register would be mixed with it.
        let aside = leftover::set_aside(&folder.join(FILE))?;
        make(&folder.join(FILE)).map_err(|error| match error {
            Making::System(source) => not_made(source),
            Making::Store(error) => error,
        })?;
        let mut store = Self::open(folder)?;
        if store.set_aside.is_none() {
            store.set_aside = aside;
        }
        Ok(store)
    }

    /// Removes a register that nothing was ever written into, and says whether it was such a one.
    ///
    /// # Errors
    /// When it cannot be read or removed.
    pub fn remove_if_unused(self) -> Result<bool, StoreError> {
        let used = "SELECT EXISTS (SELECT 1 FROM operations)";
        let used: bool = self.connection.query_row(used, [], |row| row.get(0))?;
        let Some(file) = self.file().map(Path::to_owned).filter(|_| !used) else { return Ok(false) };
        drop(self);
        for ending in ["-wal", "-shm", ""] {
            let mut name = file.as_os_str().to_owned();
            name.push(ending);
            match std::fs::remove_file(Path::new(&name)) {
                Err(source) if source.kind() != ErrorKind::NotFound => {
                    return Err(StoreError::Unreadable { file, source });
                }
                _ => {}
            }
        }
        Ok(true)
    }

    pub(crate) fn connect(file: &Path, before: Before) -> Result<Self, StoreError> {
        let set_aside = leftover::set_aside_beside_backup(file)?;
        let connection = access::connect(file)?;
        let named = |error| access::blame(file, error);
        match kind(&connection).map_err(named)? {
            Kind::Register => {}
            Kind::Empty => return Err(StoreError::Emptied { file: file.to_owned() }),
            Kind::Foreign => return Err(StoreError::Foreign { file: file.to_owned() }),
        }
        if connection.is_readonly("main").map_err(named)? {
            if version(&connection)? < VERSION {
                return Err(StoreError::NotUpgraded { file: file.to_owned() });
            }
        } else {
            if before == Before::BackUp {
                permissions::tighten(file);
            }
            if mark(&connection).map_err(named)? == BACKUP_ID {
                // Before there is a log, so that it stands in the file itself: see `leftover`.
                connection.pragma_update(None, "application_id", APPLICATION_ID).map_err(named)?;
            }
            connection.pragma_update(None, "journal_mode", "wal").map_err(named)?;
            durability::wait_for_each_commit(&connection).map_err(named)?;
            let found = version(&connection)?;
            if before == Before::BackUp && (1..VERSION).contains(&found) {
                backup::before_migration(&connection, file)
                    .map_err(|error| StoreError::NotBackedUp(Box::new(error)))?;
            }
        }
        let mut store = Self::prepare(connection)?;
        store.set_aside = set_aside;
        Ok(store)
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
        // What a statement or a savepoint would be taken back to: in a file it costs a third of the time of a confirmation,
        // and what a purge gathers must not stand in one.
        connection.pragma_update(None, "temp_store", "memory")?;
        // Else SQLite plans a statement anew each time a value is bound that a partial index might depend on.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.pragma_update(None, "cache_size", -32_000)?;
        durability::let_the_log_grow(&connection)?;
        connection.set_prepared_statement_cache_capacity(96);
        search::verify::install(&connection)?;
        notices::install(&connection)?;
        let mut store = Self { connection, opened: None, set_aside: None };
        store.opened = store.file().and_then(FileIdentity::of);
        migrations::migrate(&mut store.connection, migrations::STEPS)?;
        Ok(store)
    }
}

/// That there is no register: where backups lie, one was there. What cannot be looked into may hold some.
fn absence(folder: &Path) -> StoreError {
    let backups = backup::Backups::of(folder);
    if backups.folder().exists() && !backups.list().is_ok_and(|list| list.is_empty()) {
        return StoreError::Gone { folder: folder.to_owned() };
    }
    StoreError::NoStore { folder: folder.to_owned() }
}

/// Whether there is no such file, nor can there be one: what stands for its folder may be a file.
fn is_absence(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// What to do before an older register is brought up to date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Before {
    /// Make a backup.
    BackUp,
    /// The file is itself a copy.
    Nothing,
}

/// What a database is that lies where a register is looked for.
enum Kind {
    Register,
    /// It has no tables, so nothing of a register is left in it, whatever its mark.
    Empty,
    Foreign,
}

/// The first registers carry no mark of their own; they are known by their table of operations.
fn kind(connection: &Connection) -> rusqlite::Result<Kind> {
    let mark = mark(connection)?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let ours = "SELECT count(*) FROM sqlite_schema WHERE name IN ('operations', 'current_operation')";
    let ours: i64 = connection.query_row(ours, [], |row| row.get(0))?;
    Ok(match mark {
        APPLICATION_ID | BACKUP_ID | 0 if tables == 0 => Kind::Empty,
        APPLICATION_ID | BACKUP_ID => Kind::Register,
        0 if ours == 2 => Kind::Register,
        _ => Kind::Foreign,
    })
}

fn mark(connection: &Connection) -> rusqlite::Result<i32> {
    connection.pragma_query_value(None, "application_id", |row| row.get(0))
}

/// Makes a folder and those above it; those made are for their owner alone.
pub(crate) fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Why a register could not be made.
enum Making {
    System(std::io::Error),
    Store(StoreError),
}

/// Makes an empty register under another name and gives it its own when it is complete, so that a killed program leaves
/// none or a whole one. A register that another program has made meanwhile stays.
fn make(file: &Path) -> Result<(), Making> {
    let aside = file.with_extension(format!("{}.new", std::process::id()));
    let remove = || match std::fs::remove_file(&aside) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Making::System(error)),
        _ => Ok(()),
    };
    remove()?;
    private_file(&aside).map_err(Making::System)?;
    let made = Connection::open(&aside).map_err(StoreError::from).and_then(Store::prepare);
    drop(made.map_err(Making::Store)?);
    match std::fs::hard_link(&aside, file) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            // A file system without links.
            std::fs::rename(&aside, file).map_err(Making::System)
        }
        _ => remove(),
    }
}

/// Makes an empty file for its owner alone. SQLite gives the files beside it the same permissions.
fn private_file(file: &Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_register_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        Store::open_or_make(folder.path()).unwrap().connection.pragma_update(None, "user_version", 99).unwrap();
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

    #[test]
    fn opening_never_makes_a_register() {
        let folder = tempfile::tempdir().unwrap();
        let check = |part: &str| {
            let error = Store::open(folder.path()).unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
        };
        check("没有台账");
        assert!(!Store::exists(folder.path()));
        let file = folder.path().join(FILE);
        std::fs::write(&file, "").unwrap();
        check("是空的");
        assert!(Store::open_or_make(folder.path()).is_err(), "an emptied register is not made anew in silence");
        std::fs::remove_file(&file).unwrap();
        Connection::open(&file).unwrap().execute_batch("CREATE TABLE notes (id TEXT)").unwrap();
        check("别的程序");
        let left: i64 = Connection::open(&file)
            .unwrap()
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
            .unwrap();
        assert_eq!(left, 1, "a foreign database is left as it was");
        for mark in [0, APPLICATION_ID] {
            std::fs::remove_file(&file).unwrap();
            let empty = Connection::open(&file).unwrap();
            empty.pragma_update(None, "application_id", mark).unwrap();
            empty.execute_batch("CREATE TABLE notes (id TEXT); DROP TABLE notes; VACUUM").unwrap();
            drop(empty);
            let before = std::fs::read(&file).unwrap();
            check("是空的");
            assert!(Store::open_or_make(folder.path()).is_err(), "a database without tables is not filled");
            assert_eq!(std::fs::read(&file).unwrap(), before, "mark {mark}");
        }
    }

    #[test]
    fn beside_backups_no_new_register_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open_or_make(folder.path()).unwrap();
        store.back_up(backup::Reason::Daily, chrono::Utc::now()).unwrap();
        drop(store);
        std::fs::remove_file(folder.path().join(FILE)).unwrap();
        let error = Store::open_or_make(folder.path()).unwrap_err();
        assert!(error.is_about_content() && error.to_string().contains("不见了"), "{error}");
        assert!(!Store::exists(folder.path()));
        std::fs::rename(folder.path().join("backups"), folder.path().join("旧备份")).unwrap();
        Store::open_or_make(folder.path()).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_register_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("a/b");
        let _store = Store::open_or_make(&folder).unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            assert_eq!(mode(&path), 0o600, "{}", path.display());
        }
    }
}
