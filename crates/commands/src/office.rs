//! A register open for a front that lives long and is asked several things at once: the window, the server.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};
use serde_json::Value;
use store::{Store, StoreError};

use crate::backup;
use crate::wire::Progress;
use crate::{Caller, CommandError, Envelope, PathAccess, dispatch};

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
}

impl Office {
    /// Opens the register in this folder, making it when it is not there.
    ///
    /// # Errors
    /// When the folder or the file cannot be made or read.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let first = Store::open_or_make(folder)?;
        Ok(Self { folder: folder.to_owned(), idle: Mutex::new(vec![first]), looked_for_due: Mutex::default() })
    }

    /// Carries out a command.
    ///
    /// # Errors
    /// Those of [`dispatch`], and when no connection can be opened.
    pub fn call(&self, asker: Asker<'_>, name: &str, envelope: Envelope) -> Result<Value, CommandError> {
        let mut store = self.connection().map_err(|error| CommandError::uncoded(error.to_string()))?;
        let mut caller = Caller {
            store: &mut store,
            now: asker.now,
            today: asker.today,
            offset: asker.offset,
            actor: asker.actor,
            paths: asker.paths,
            progress: asker.progress,
        };
        let answer = dispatch(&mut caller, name, envelope);
        self.give_back(store);
        self.back_up_if_due(asker.now);
        answer
    }

    /// Makes the backup of the day beside the work. When it fails, the list of backups shows that it is missing.
    fn back_up_if_due(&self, now: DateTime<Utc>) {
        let mut looked = self.looked_for_due.lock().unwrap_or_else(PoisonError::into_inner);
        if looked.is_some_and(|looked| now - looked < LOOK_FOR_DUE) {
            return;
        }
        *looked = Some(now);
        let folder = self.folder.clone();
        std::thread::spawn(move || Store::open(&folder).map(|store| backup::back_up_if_due(&store, now)));
    }

    /// Grows with every write, whoever made it.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub fn revision(&self) -> Result<i64, StoreError> {
        let store = self.connection()?;
        let revision = store.revision();
        self.give_back(store);
        revision
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

#[cfg(all(test, unix))]
mod tests {
    use chrono::Offset as _;

    use super::*;

    #[test]
    fn a_register_that_was_moved_away_is_told_and_not_written() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("store");
        let office = Office::open(&store).unwrap();
        let call = || {
            let asker = Asker {
                now: "2026-11-21T08:00:00Z".parse().unwrap(),
                today: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
                offset: Utc.fix(),
                actor: "张三",
                paths: PathAccess::None,
                progress: &|_| {},
            };
            office.call(asker, "load_sample", Envelope { as_of: None, args: Value::Null })
        };
        std::fs::rename(&store, folder.path().join("aside")).unwrap();
        let told = call().unwrap_err().message;
        assert!(told.contains("没有台账"), "{told}");
        assert!(Store::open(&folder.path().join("aside")).unwrap().read().is_empty().unwrap());
        std::fs::rename(folder.path().join("aside"), &store).unwrap();
        call().unwrap();
    }
}
