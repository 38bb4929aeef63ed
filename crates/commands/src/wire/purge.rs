//! Real deletion on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file that the register holds in some way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeptFile {
    /// Its id.
    pub id: String,
    /// File name.
    pub name: String,
    /// When it was imported, as RFC 3339 in UTC.
    pub imported_at: String,
    /// Its import was taken back: it stands in no list, but its words are still in the register.
    pub is_undone: bool,
}

/// What is to be removed for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PurgeRequest {
    /// Files by id, by name, or by the id of a notice in them.
    pub files: Vec<String>,
    /// Whether backups that hold them, or of which that cannot be said, are removed, too. One backup is made afterwards.
    #[serde(default)]
    pub with_backups: bool,
}

/// What a purge removes, and where the files stand besides.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PurgePreview {
    /// Names of the files.
    pub files: Vec<String>,
    /// Notices.
    pub notices: u32,
    /// Tasks.
    pub tasks: u32,
    /// Entries of progress on these tasks.
    pub progress: u32,
    /// Units that nothing else speaks of.
    pub units: Vec<String>,
    /// Other files in which the same document stands; they stay unless they are purged, too.
    pub repeats: Vec<String>,
    /// Repetitions in other files, which take the place of what goes.
    pub heirs: Vec<PurgeHeir>,
    /// Backups that hold the files, or of which that cannot be said.
    pub backups: Vec<String>,
    /// Other files beside the register, of which the program does not know what they hold.
    pub other_files: Vec<String>,
}

/// A repetition that takes the place of a notice that is purged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PurgeHeir {
    /// The file it stands in.
    pub file: String,
    /// Its title.
    pub title: String,
    /// Tasks that it takes over.
    pub tasks: u32,
}

/// What a purge did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PurgeReport {
    /// What was removed, and where the files stood besides.
    pub removed: PurgePreview,
    /// Whether the backups were removed, too.
    pub with_backups: bool,
    /// What could not be done to the end, in sentences.
    pub warnings: Vec<String>,
}
