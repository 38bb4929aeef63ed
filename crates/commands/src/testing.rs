//! A caller on a register in memory, with a fixed day, for the tests of this crate.

use base64::Engine as _;
use chrono::{DateTime, NaiveDate, Offset as _, Utc};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use store::Store;

use crate::{Caller, CommandError, Envelope, PathAccess, dispatch};

/// The bytes of a text as a request carries them.
pub(crate) fn base64(text: &str) -> String {
    base64::engine::general_purpose::STANDARD.encode(text)
}

/// A register with somebody at it.
pub(crate) struct Office {
    pub(crate) store: Store,
    pub(crate) today: NaiveDate,
}

impl Office {
    pub(crate) fn new() -> Self {
        Self { store: Store::in_memory().unwrap(), today: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap() }
    }

    /// With a register on the disk that holds this document in force; what lies beside the register is the register's own.
    pub(crate) fn with_document(text: &str) -> (tempfile::TempDir, Self) {
        let folder = tempfile::tempdir().unwrap();
        let mut office = Self { store: Store::open_or_make(folder.path()).unwrap(), ..Self::new() };
        let content = json!({ "name": "方案.txt", "base64": base64(text) });
        let request = json!({ "sources": [{ "content": content }], "confirm": true });
        let _: Value = office.ask("import", request);
        (folder, office)
    }

    /// Carries out a command that must succeed.
    pub(crate) fn ask<T: DeserializeOwned>(&mut self, command: &str, args: Value) -> T {
        serde_json::from_value(self.try_ask(command, args).unwrap()).unwrap()
    }

    pub(crate) fn try_ask(&mut self, command: &str, args: Value) -> Result<Value, CommandError> {
        self.try_ask_on(None, command, args)
    }

    /// Carries out a command as of a day.
    pub(crate) fn try_ask_on(&mut self, day: Option<&str>, command: &str, args: Value) -> Result<Value, CommandError> {
        let envelope = Envelope { as_of: day.map(|day| day.parse().unwrap()), args };
        self.with_caller(|caller| dispatch(caller, command, envelope))
    }

    /// Calls what is no command.
    pub(crate) fn with_caller<T>(&mut self, call: impl FnOnce(&mut Caller<'_>) -> T) -> T {
        let now: DateTime<Utc> = "2026-11-21T08:00:00Z".parse().unwrap();
        let mut caller = Caller {
            store: &mut self.store,
            now,
            today: self.today,
            offset: Utc.fix(),
            actor: "测试",
            paths: PathAccess::Full,
            backup_fault: None,
            progress: &|_| {},
        };
        call(&mut caller)
    }
}
