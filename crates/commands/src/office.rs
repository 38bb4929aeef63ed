//! A register open for a front that lives long and is asked several things at once: the window, the server.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat, TimeDelta, Utc};
use serde_json::Value;
use store::{Store, StoreError};

use crate::backup;
use crate::wire::{BackupFault, Progress};
use crate::{Caller, CommandError, Envelope, PathAccess, dispatch, dispatch_to_json};

/// So many connections are kept for the next calls; each has memory of its own.
const MOST_IDLE: usize = 4;

/// How often it is asked whether a backup is due.
const LOOK_FOR_DUE: TimeDelta = TimeDelta::hours(1);

/// One register and the connections to it that are not in use.
///
/// Each call has a connection of its own, so that reading goes on while an import writes.
#[derive(Debug)]
pub struct Office {
    folder: PathBuf,
    idle: Mutex<Vec<Store>>,
    /// When it was last asked whether a backup is due.
    looked_for_due: Mutex<Option<DateTime<Utc>>>,
    /// Why the backup of the day could not be made; shared with the thread that tries.
    backup_fault: Arc<Mutex<Option<BackupFault>>>,
}

impl Office {
    /// Opens the register in this folder, making it when it is not there.
    ///
    /// # Errors
    /// When the folder or the file cannot be made or read.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let first = Store::open_or_make(folder)?;
        store::load_dictionary();
        Ok(Self {
            folder: folder.to_owned(),
            idle: Mutex::new(vec![first]),
            looked_for_due: Mutex::default(),
            backup_fault: Arc::default(),
        })
    }

    /// Carries out a command.
    ///
    /// # Errors
    /// Those of [`dispatch`], and when no connection can be opened.
    pub fn call(&self, asker: Asker<'_>, name: &str, envelope: Envelope) -> Result<Value, CommandError> {
        self.carry_out(asker, name, |caller| dispatch(caller, name, envelope))
    }

    /// The same with the answer as JSON text.
    ///
    /// # Errors
    /// Those of [`Office::call`].
    pub fn call_to_json(&self, asker: Asker<'_>, name: &str, envelope: Envelope) -> Result<String, CommandError> {
        self.carry_out(asker, name, |caller| dispatch_to_json(caller, name, envelope))
    }

    fn carry_out<T>(
        &self,
        asker: Asker<'_>,
        name: &str,
        command: impl FnOnce(&mut Caller<'_>) -> Result<T, CommandError>,
    ) -> Result<T, CommandError> {
        let mut store = self.connection().map_err(|error| CommandError::uncoded(error.to_string()))?;
        let mut caller = Caller {
            store: &mut store,
            now: asker.now,
            today: asker.today,
            offset: asker.offset,
            actor: asker.actor,
            paths: asker.paths,
            backup_fault: self.backup_fault(),
            progress: asker.progress,
        };
        let answer = command(&mut caller);
        self.give_back(store);
        if name == "back_up" && answer.is_ok() {
            self.keep_fault(None);
        }
        self.back_up_if_due(asker.now);
        answer
    }

    /// Makes the backup of the day beside the work. When it fails, the program says so until one is made.
    fn back_up_if_due(&self, now: DateTime<Utc>) {
        let mut looked = self.looked_for_due.lock().unwrap_or_else(PoisonError::into_inner);
        if looked.is_some_and(|looked| now - looked < LOOK_FOR_DUE) {
            return;
        }
        *looked = Some(now);
        let (folder, fault) = (self.folder.clone(), Arc::clone(&self.backup_fault));
        std::thread::spawn(move || {
            let made = Store::open(&folder).map_err(CommandError::from);
            let made = made.and_then(|store| backup::back_up_if_due(&store, now));
            let at = now.to_rfc3339_opts(SecondsFormat::Millis, true);
            let failed = made.err().map(|error| BackupFault { at, reason: error.message });
            *fault.lock().unwrap_or_else(PoisonError::into_inner) = failed;
        });
    }

    fn backup_fault(&self) -> Option<BackupFault> {
        self.backup_fault.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn keep_fault(&self, fault: Option<BackupFault>) {
        *self.backup_fault.lock().unwrap_or_else(PoisonError::into_inner) = fault;
    }

    /// What a front watches, to tell its pages when it changes.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub fn watched(&self) -> Result<Watched, StoreError> {
        let store = self.connection()?;
        let revision = store.revision();
        self.give_back(store);
        Ok(Watched { revision: revision?, backup_fault: self.backup_fault() })
    }

    fn connection(&self) -> Result<Store, StoreError> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        // What is written into a file that has lost its name, nobody finds again.
        idle.retain(Store::is_in_place);
        let kept = idle.pop();
        drop(idle);
        kept.map_or_else(|| Store::open(&self.folder), Ok)
    }

    fn give_back(&self, store: Store) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < MOST_IDLE {
            idle.push(store);
        }
    }
}

/// What may change while no page has asked for anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// Grows with every write, whoever made it.
    pub revision: i64,
    /// Why the backup of the day is missing.
    backup_fault: Option<BackupFault>,
}

/// Who calls and when: what only a front knows. See [`Caller`].
#[derive(Clone, Copy)]
pub struct Asker<'a> {
    /// When the call is made.
    pub now: DateTime<Utc>,
    /// The civil day at the place of the person.
    pub today: NaiveDate,
    /// How far the clock at that place is ahead of UTC.
    pub offset: FixedOffset,
    /// Who asks, for the journal.
    pub actor: &'a str,
    /// What the front may do with paths of this machine.
    pub paths: PathAccess,
    /// Is told how far a long command has come.
    pub progress: &'a dyn Fn(&Progress),
}

/// The folder of the register when nobody names another: in the person's data folder.
/// None when the system does not say where that is.
#[must_use]
pub fn usual_folder() -> Option<PathBuf> {
    directories::BaseDirs::new().map(|folders| folders.data_dir().join("duban"))
}

// Helpers of tests, which the lints do not take for tests.
#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use chrono::Offset as _;

    use super::*;

    fn ask(office: &Office, command: &str) -> Result<Value, CommandError> {
        let asker = Asker {
            now: "2026-11-21T08:00:00Z".parse().unwrap(),
            today: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
            offset: Utc.fix(),
            actor: "张三",
            paths: PathAccess::None,
            progress: &|_| {},
        };
        office.call(asker, command, Envelope { as_of: None, args: Value::Null })
    }

    #[test]
    fn a_backup_of_the_day_that_fails_is_told_until_one_is_made() {
        let folder = tempfile::tempdir().unwrap();
        // Where the backups would lie there is a file.
        let in_the_way = folder.path().join("backups");
        let office = Office::open(folder.path()).unwrap();
        std::fs::write(&in_the_way, "").unwrap();
        ask(&office, "load_sample").unwrap();
        let fault = || ask(&office, "app_status").unwrap()["backup_fault"]["reason"].as_str().map(str::to_owned);
        let told = std::iter::repeat_with(|| {
            std::thread::sleep(std::time::Duration::from_millis(20));
            fault()
        });
        let told = told.take(500).flatten().next().expect("the failure is told");
        assert!(told.contains("backups"), "{told}");
        assert!(office.watched().unwrap().backup_fault.is_some(), "and the pages hear that something is new");
        std::fs::remove_file(&in_the_way).unwrap();
        ask(&office, "back_up").unwrap();
        assert_eq!(fault(), None);
    }

    #[test]
    fn many_calls_at_once_leave_few_connections_open() {
        let folder = tempfile::tempdir().unwrap();
        let office = Office::open(folder.path()).unwrap();
        let in_use: Vec<Store> = (0..MOST_IDLE + 2).map(|_| office.connection().unwrap()).collect();
        in_use.into_iter().for_each(|store| office.give_back(store));
        assert_eq!(office.idle.lock().unwrap().len(), MOST_IDLE);
    }

    #[test]
    fn a_register_that_was_moved_away_is_told_and_not_written() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("store");
        let office = Office::open(&store).unwrap();
        let call = || ask(&office, "load_sample");
        std::fs::rename(&store, folder.path().join("aside")).unwrap();
        let told = call().unwrap_err().message;
        assert!(told.contains("没有台账"), "{told}");
        assert!(Store::open(&folder.path().join("aside")).unwrap().read().is_empty().unwrap());
        std::fs::rename(folder.path().join("aside"), &store).unwrap();
        call().unwrap();
    }
}
