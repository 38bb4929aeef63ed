//! A register for a front that lives long and is asked several things at once: the window, the server. It also stands
//! while the register cannot be opened, so that there is somebody to say why and to restore it.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat, TimeDelta, Utc};
use serde_json::Value;
use store::{Store, StoreError};

use crate::backup;
use crate::wire::{BackupFault, Progress};
use crate::{
    Caller, CommandError, Effect, Envelope, ErrorCode, PathAccess, RecoveryCaller, dispatch, dispatch_to_json,
    dispatch_without_register, find,
};

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
    /// There was no register at the start, and it could not be made yet.
    is_to_be_made: AtomicBool,
    /// It could not be opened when that was tried last.
    is_closed: AtomicBool,
    /// When it was last asked whether a backup is due.
    looked_for_due: Mutex<Option<DateTime<Utc>>>,
    /// Why the backup of the day could not be made; shared with the thread that tries.
    backup_fault: Arc<Mutex<Option<BackupFault>>>,
}

impl Office {
    /// Opens the register in this folder, making it when it is not there. What keeps it from being opened is what each
    /// call is told, until it can be.
    #[must_use]
    pub fn open(folder: &Path) -> Self {
        let first = Store::open_or_make(folder);
        store::load_dictionary();
        Self {
            folder: folder.to_owned(),
            is_to_be_made: AtomicBool::new(matches!(first, Err(StoreError::Folder { .. }))),
            is_closed: AtomicBool::default(),
            idle: Mutex::new(first.into_iter().collect()),
            looked_for_due: Mutex::default(),
            backup_fault: Arc::default(),
        }
    }

    /// Carries out a command. While the register cannot be opened, backups are listed and restored all the same, and
    /// everything else is refused with the reason.
    ///
    /// # Errors
    /// Those of [`dispatch`], and when the register cannot be opened.
    pub fn call(&self, asker: Asker<'_>, name: &str, envelope: Envelope) -> Result<Value, CommandError> {
        self.carry_out(asker, name, envelope, dispatch, |answer| answer)
    }

    /// The same with the answer as JSON text.
    ///
    /// # Errors
    /// Those of [`Office::call`].
    pub fn call_to_json(&self, asker: Asker<'_>, name: &str, envelope: Envelope) -> Result<String, CommandError> {
        self.carry_out(asker, name, envelope, dispatch_to_json, |answer| answer.to_string())
    }

    fn carry_out<T>(
        &self,
        asker: Asker<'_>,
        name: &str,
        envelope: Envelope,
        dispatch: fn(&mut Caller<'_>, &str, Envelope) -> Result<T, CommandError>,
        of_value: fn(Value) -> T,
    ) -> Result<T, CommandError> {
        let mut store = match self.connection() {
            Ok(store) => store,
            Err(error) => return self.without_register(asker, name, envelope, error).map(of_value),
        };
        let once_more = is_done_without_register(name).then(|| envelope.clone());
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
        let answer = dispatch(&mut caller, name, envelope);
        if let Err(CommandError { code: Some(ErrorCode::RegisterUnreadable), .. }) = answer {
            drop(store);
            return self.without_reading(asker, name, once_more, answer, of_value);
        }
        self.give_back(store);
        if name == "back_up" && answer.is_ok() {
            self.keep_fault(None);
        }
        self.back_up_if_due(asker.now);
        answer
    }

    /// What is answered where the register cannot be opened.
    fn without_register(
        &self,
        asker: Asker<'_>,
        name: &str,
        envelope: Envelope,
        error: StoreError,
    ) -> Result<Value, CommandError> {
        // A register that may be whole is not replaced.
        let only_looks = || find(name).is_some_and(|command| command.effect == Effect::Read);
        let answer = if error.is_about_content() || (!error.passes() && only_looks()) {
            dispatch_without_register(&self.recovery(asker), name, envelope)?
        } else {
            None
        };
        answer.ok_or_else(|| CommandError::not_opened(error))
    }

    /// What is answered where the register was open and could not be read. Another file may lie in its place by now, which
    /// is seen on opening it; or a part of it is damaged, of which even the list of backups may need something.
    fn without_reading<T>(
        &self,
        asker: Asker<'_>,
        name: &str,
        once_more: Option<Envelope>,
        answer: Result<T, CommandError>,
        of_value: fn(Value) -> T,
    ) -> Result<T, CommandError> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
        match (self.connection(), once_more) {
            (Err(error), envelope) => {
                self.without_register(asker, name, envelope.unwrap_or_default(), error).map(of_value)
            }
            (Ok(store), None) => {
                self.give_back(store);
                answer
            }
            (Ok(store), Some(envelope)) => {
                drop(store);
                let done = dispatch_without_register(&self.recovery(asker), name, envelope)?;
                done.map_or(answer, |done| Ok(of_value(done)))
            }
        }
    }

    fn recovery<'a>(&'a self, asker: Asker<'a>) -> RecoveryCaller<'a> {
        RecoveryCaller {
            folder: &self.folder,
            now: asker.now.with_timezone(&asker.offset),
            actor: asker.actor,
            paths: asker.paths,
            progress: asker.progress,
        }
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

    /// What a front watches, to tell its pages when it changes. `None` while the register cannot be opened: somebody has to
    /// put it right, and will ask then.
    #[must_use]
    pub fn watched(&self) -> Option<Watched> {
        if self.is_closed.load(Ordering::Relaxed) {
            return None;
        }
        let store = self.connection().ok()?;
        let revision = store.revision();
        self.give_back(store);
        Some(Watched { revision: revision.ok()?, backup_fault: self.backup_fault() })
    }

    fn connection(&self) -> Result<Store, StoreError> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        // What is written into a file that has lost its name, nobody finds again.
        idle.retain(Store::is_in_place);
        let kept = idle.pop();
        drop(idle);
        if let Some(kept) = kept {
            return Ok(kept);
        }
        // One that was there once is not made anew, whatever has become of it.
        let opened = match self.is_to_be_made.load(Ordering::Relaxed) {
            true => Store::open_or_make(&self.folder),
            false => Store::open(&self.folder),
        };
        if opened.is_ok() {
            self.is_to_be_made.store(false, Ordering::Relaxed);
        }
        let is_closed = opened.as_ref().is_err_and(|error| !error.passes());
        self.is_closed.store(is_closed, Ordering::Relaxed);
        opened
    }

    fn give_back(&self, store: Store) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < MOST_IDLE {
            idle.push(store);
        }
    }
}

fn is_done_without_register(name: &str) -> bool {
    find(name).is_some_and(|command| command.run_without_register.is_some())
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

/// What the journal calls the person before a window: the account under which the program runs.
#[must_use]
pub fn account_name() -> String {
    let name = std::env::var("USER").or_else(|_| std::env::var("USERNAME"));
    name.ok().filter(|name| !name.is_empty()).unwrap_or_else(|| "本机用户".to_owned())
}

// Helpers of tests, which the lints do not take for tests.
#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests;
