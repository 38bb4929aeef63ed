//! What a command may use: the store, the day, who asks, and a way to tell how far it has come.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use domain::Lights;
use serde::Deserialize;
use serde_json::Value;
use store::{Operation, Reader, Store, StoreError, Title};

use crate::wire::{BackupFault, Progress};

/// A front calling, with what only a front can know. Made anew for each call.
pub struct Caller<'a> {
    /// The store everything is read from and written to.
    pub store: &'a mut Store,
    /// The front's clock: when the call is made, for the journal.
    pub now: DateTime<Utc>,
    /// The civil day at the place of the person.
    pub today: NaiveDate,
    /// How far the clock at that place is ahead of UTC.
    pub offset: FixedOffset,
    /// Who asks, for the journal.
    pub actor: &'a str,
    /// Whether paths of this machine may be read and shown. A browser front hands over files that it keeps itself.
    pub paths: PathAccess,
    /// Why the backup of the day is missing, where the front has tried to make it.
    pub backup_fault: Option<BackupFault>,
    /// Is told how far a long command has come.
    pub progress: &'a dyn Fn(&Progress),
}

/// What a front may do with paths of this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathAccess {
    /// Read files by path and show where the store lies: the command line, the desktop shell.
    Full,
    /// Read and write files by path, but show none: a server that has exchanged every path of the request
    /// ([`crate::exchange_paths`]) for a file that it keeps itself.
    Exchanged,
    /// Neither.
    None,
}

impl std::fmt::Debug for Caller<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Caller").field("today", &self.today).field("actor", &self.actor).finish_non_exhaustive()
    }
}

/// A request with the day it is asked as of.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct Envelope {
    /// The day everything is asked as of; without it today, or the sample's day when the store holds the sample.
    #[serde(default)]
    pub as_of: Option<NaiveDate>,
    /// The request of the command; null for a command that asks nothing.
    #[serde(default)]
    pub args: Value,
}

/// What a command is carried out with.
pub(crate) struct Context<'a, 'b> {
    /// The front calling.
    pub(crate) caller: &'a mut Caller<'b>,
    /// The day everything is shown as of.
    pub(crate) as_of: NaiveDate,
    /// The day the register is worked in: today, or the sample's day. Before it everything is looked at and not touched.
    pub(crate) present: NaiveDate,
    /// The command carried out: its name and label go into the journal.
    pub(crate) command: &'static crate::Command,
}

impl<'b> Context<'_, 'b> {
    /// For reading.
    pub(crate) fn read(&self) -> Reader<'_> {
        self.caller.store.read()
    }

    /// What lights are told by: the day shown and the limits that hold now, whatever they were on that day.
    pub(crate) fn lights(&self) -> Result<Lights, StoreError> {
        Ok(Lights { today: self.as_of, thresholds: self.read().thresholds()? })
    }

    /// A new operation under the name and label of this command.
    pub(crate) fn operation(&self) -> Operation<'b> {
        self.operation_called(match self.command.effect {
            crate::Effect::Write { label } => label,
            crate::Effect::Read => self.command.summary,
        })
    }

    /// A new operation of this command under a label of its own.
    pub(crate) fn operation_called(&self, label: &'static str) -> Operation<'b> {
        Operation::new(Title { command: self.command.name, label }, self.caller.actor, self.caller.now)
    }
}
