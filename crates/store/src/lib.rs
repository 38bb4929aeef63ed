//! SQLite: migrations, queries, journal, search index. All SQL of the program lives here.
//!
//! [`Store`] is one register. [`Store::read`] answers questions; [`Store::write`] is the only way to change anything:
//! one named operation, one transaction, recorded row by row. One folder per noun; a statement longer than two lines
//! is a `.sql` file beside its function.

mod access;
mod archive;
mod as_of;
mod backup;
mod calendar;
mod checks;
mod contents;
mod corrections;
mod durability;
mod error;
mod file_identity;
mod ids;
mod immutable;
mod journal;
mod leftover;
mod migrations;
mod notices;
mod open;
mod permissions;
mod progress;
mod purge;
mod rereading;
mod review;
mod rows;
mod schema;
mod search;
mod settings;
mod snapshot;
mod sources;
mod tasks;
#[cfg(test)]
mod testing;
mod units;
mod versions;

use rusqlite::Connection;

use crate::file_identity::FileIdentity;

pub use archive::{ArchiveFacts, Packed, Unpacked, unpack};
pub use backup::{Backup, BackupError, Backups, Candidate, Facts, KeepRule, Loss, Reason, Restored};
pub use calendar::{DueCount, DueScope, MonthCount, TimelineBy};
pub use checks::{Check, Mended};
pub use corrections::{Corrected, Correction, DeadlineValue, FieldValue, JudgedDoubt};
pub use error::StoreError;
pub use ids::{EvidenceId, MeasureId, NoticeId, OperationId, ProgressId, SourceId, TaskId, UnitId};
pub use journal::{Entry, HistoryFilter, Operation, Title, Writer};
pub use notices::values::{
    ClaimValue, ColumnValue, DoubtValue, IndicatorValue, MilestoneValue, PeopleValue, ProvenanceValue,
};
pub use notices::{
    BesideTask, MeasureRecord, NewNotice, NoticeFilter, NoticeOrder, NoticeRecord, NoticeSlice, NoticeTotals,
    PackedMeasures,
};
pub use progress::{
    Earlier, EvidenceRecord, NewEvidence, NewProgress, ProgressFilter, ProgressRecord, ProgressSlice, UsedBefore,
};
pub use purge::{KeptFile, PurgePlan, Purged};
pub use rereading::{Heir, ReadFile, TakenOver};
pub use review::{DraftEntry, MadeTasks};
pub use schema::dump as dump_schema;
pub use search::{Found, Hit, HitKind, Segment, load_dictionary, pairs::fold as fold_for_search};
pub use snapshot::Snapshot;
pub use sources::{NewSource, SourceLineRecord, SourceRecord};
pub use tasks::{
    AssignedUnit, DeadlineFact, GroupCount, GroupCounts, GroupName, Grouping, Happening, Moved, NewDeadline, NewPerson,
    NewTask, NewUnits, Order, PartFact, PeopleOfRole, Recorded, SettledPeriod, Settlement, StatusChange, StatusFact,
    SuccessionFact, SuccessionKind, TaskChange, TaskDuty, TaskFilter, TaskOnDay, TaskPerson, TaskRecord, TaskSlice,
};
pub use units::{CountScope, Counts, UnitCounts, UnitRecord};
pub use versions::{SetBy, VersionLink};

/// One register: one SQLite file.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    /// The file that was opened, when it lies in one.
    opened: Option<FileIdentity>,
    /// Where a log was put that lay beside the file and was not its own.
    set_aside: Option<std::path::PathBuf>,
}

impl Drop for Store {
    fn drop(&mut self) {
        if !self.is_in_place() {
            // The last connection to a file removes its log by name. The name belongs to another file now.
            let keep = rusqlite::config::DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
            let _ = self.connection.set_db_config(keep, true);
        }
    }
}

/// Answers questions about the register.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    connection: &'a Connection,
}

impl Store {
    /// For reading.
    pub fn read(&self) -> Reader<'_> {
        Reader { connection: &self.connection }
    }

    /// The file it lies in; none for one in memory.
    pub fn file(&self) -> Option<&std::path::Path> {
        self.connection.path().filter(|path| !path.is_empty()).map(std::path::Path::new)
    }

    /// Whether the file that was opened still has its name: it may have been moved away, deleted or replaced by a backup.
    pub fn is_in_place(&self) -> bool {
        let now = self.file().map(FileIdentity::of);
        now.is_none_or(|now| now == self.opened)
    }

    /// Whether it can only be looked at: the file or its folder may not be written.
    pub fn is_read_only(&self) -> bool {
        self.connection.is_readonly("main").unwrap_or_default()
    }

    /// Where a log was put on opening that lay beside the register and belonged to another file.
    pub fn log_set_aside(&self) -> Option<&std::path::Path> {
        self.set_aside.as_deref()
    }

    /// Grows with every write, whoever made it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn revision(&self) -> Result<i64, StoreError> {
        let newest = "SELECT coalesce(max(seq), 0) FROM changes";
        Ok(self.connection.prepare_cached(newest)?.query_row([], |row| row.get(0))?)
    }
}
