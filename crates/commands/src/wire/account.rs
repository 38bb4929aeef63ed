//! The account of files: what every line of them was read as.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ImportSource;

/// Which files to account for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccountRequest {
    /// Files and folders; nothing of them is stored.
    pub sources: Vec<ImportSource>,
}

/// How much of a text was read as one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RoleShare {
    /// measure, heading, metadata, background, furniture, blank or not_understood.
    #[ts(as = "super::codes::LineRoleCode")]
    pub role: String,
    /// Lines.
    pub lines: u32,
    /// Characters on these lines, blanks left out.
    pub characters: u32,
}

/// The account of one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentAccount {
    /// Its title.
    pub title: String,
    /// First line in the file, counted from 1.
    pub first_line: u32,
    /// Last line.
    pub last_line: u32,
    /// Each role that occurs, in a fixed order.
    pub shares: Vec<RoleShare>,
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccountLine {
    /// Number in the file, counted from 1.
    pub number: u32,
    /// Its words.
    pub text: String,
}

/// A line that orders nothing, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackgroundLine {
    /// Number in the file, counted from 1.
    pub number: u32,
    /// Its words.
    pub text: String,
    /// The reason by name: background.aims.
    pub reason: String,
    /// The reason in a sentence.
    pub why: String,
}

/// The account of one file: the roles of all its lines add up to its length.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileAccount {
    /// File name.
    pub file: String,
    /// A sentence when it could not be read; then everything else is empty.
    pub error: Option<String>,
    /// Lines there are.
    pub lines: u32,
    /// Each role that occurs, in a fixed order.
    pub shares: Vec<RoleShare>,
    /// Document by document.
    pub documents: Vec<DocumentAccount>,
    /// The lines that order nothing, each with the reason.
    pub background: Vec<BackgroundLine>,
    /// The lines that no rule has claimed.
    pub not_understood: Vec<AccountLine>,
}
