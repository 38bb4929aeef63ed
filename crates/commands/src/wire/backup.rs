//! Backups on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::JournalEntry;

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupReason {
    /// 手动备份
    Person,
    /// 每日备份
    Daily,
    /// 大批导入之前
    Import,
    /// 程序升级之前
    Migration,
    /// 恢复之前
    Restore,
    /// 清除之后
    Purge,
}

/// How long backups stay. Those that a person asked for and the newest stay in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupRule {
    /// So many days all of them.
    pub days: u16,
    /// Then for so many weeks one a week.
    pub weeks: u16,
    /// Until so many months one a month.
    pub months: u16,
}

/// Which backups are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupQuery {
    /// Whether each is read to the end and compared with what was written.
    #[serde(default)]
    pub verify: bool,
}

/// The backups of this register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupList {
    /// The folder of the register on this machine; empty where a front must not know.
    pub register: String,
    /// Where they lie on this machine; empty where a front must not know.
    pub folder: String,
    /// How long they stay.
    pub rule: BackupRule,
    /// The newest first.
    pub backups: Vec<BackupRow>,
}

/// A backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupRow {
    /// Name of its file.
    pub name: String,
    /// When it was made, as RFC 3339 in UTC.
    pub made_at: String,
    /// Why.
    pub reason: BackupReason,
    /// Bytes.
    pub size: u64,
    /// How many tasks it holds; unknown when another version of the program has written it.
    pub tasks: Option<u32>,
    /// How many notices.
    pub notices: Option<u32>,
    /// The last operation in it.
    pub last: Option<JournalEntry>,
    /// An older program has written it; a restore brings it up to date.
    pub is_older: bool,
    /// Whether it is as it was written: each is verified when it is made; asked for, again now.
    pub verified: bool,
    /// Why it cannot be read.
    pub fault: Option<String>,
}

/// Where a backup goes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackUpRequest {
    /// A file on this machine; without it the folder of backups.
    #[serde(default)]
    pub to: Option<String>,
}

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackedUp {
    /// Name of its file; the whole path where the front may know it.
    pub file: String,
    /// Bytes.
    pub size: u64,
    /// How many older backups the rule has removed.
    pub removed: u32,
}

/// Where everything goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportAllRequest {
    /// A file on this machine.
    pub to: String,
}

/// An archive of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportedAll {
    /// Bytes.
    pub size: u64,
    /// How many files as they were handed in.
    pub originals: u32,
}

/// What to restore from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RestoreSource {
    /// A backup of the folder of backups, by name.
    Backup(String),
    /// A file on this machine: a backup or register that lies elsewhere, or an archive of everything.
    Path(String),
}

/// A restore.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RestoreRequest {
    /// From what.
    pub source: RestoreSource,
}

/// So many operations of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OperationCount {
    /// 导入文件
    pub label: String,
    /// How many.
    pub count: u32,
}

/// What an archive of everything says of itself; each part of it has been compared with its manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ArchiveFacts {
    /// When it was written, RFC 3339.
    pub made_at: String,
    /// How many files as they were handed in.
    pub originals: u32,
}

/// The backup of the day could not be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupFault {
    /// When it was tried last, RFC 3339 in UTC.
    pub at: String,
    /// Why, and what to do.
    pub reason: String,
}

/// What a restore would change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RestorePreview {
    /// Tasks in the register; unknown when it cannot be read.
    pub tasks_now: Option<u32>,
    /// Tasks after the restore.
    pub tasks_then: u32,
    /// Notices in the register.
    pub notices_now: Option<u32>,
    /// Notices after the restore.
    pub notices_then: u32,
    /// The last operation that the backup holds.
    pub last: Option<JournalEntry>,
    /// An older program has written the backup; it is brought up to date.
    pub is_older: bool,
    /// The register cannot be read, so what would be lost cannot be said.
    pub is_unreadable: bool,
    /// How many operations would be lost, by kind.
    pub lost: Vec<OperationCount>,
    /// The latest of them.
    pub lost_entries: Vec<JournalEntry>,
    /// How many operations would come back, by kind.
    pub regained: Vec<OperationCount>,
    /// What the archive says of itself, where everything comes from one.
    pub archive: Option<ArchiveFacts>,
}

/// What a restore has done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RestoreReport {
    /// What was changed.
    pub changes: RestorePreview,
    /// Where the register is that was in place before: the name of a backup, or a path where the front may know it.
    pub kept: Option<String>,
}
