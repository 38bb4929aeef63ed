//! What writes made stale.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a write changes and answers are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    /// Files, notices, their readings, and what a person said of them.
    Notice,
    /// Tasks, with their units, people, status and dates.
    Task,
    /// What was noted on a task: progress, evidence, urging. Only the task itself shows it.
    Note,
    /// Units and their spellings.
    Unit,
    /// Which notices are versions of one.
    Version,
    /// What the office set for itself: from where on lights change, who works here, which steps are taken.
    Setting,
    /// The history.
    Operation,
}

impl Noun {
    /// Every noun.
    pub const ALL: [Self; 7] =
        [Self::Notice, Self::Task, Self::Note, Self::Unit, Self::Version, Self::Setting, Self::Operation];
}

/// Since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangedSinceRequest {
    /// The revision that was known: `AppStatus.revision`.
    pub revision: i64,
}

/// What was changed since, by whomever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangedSince {
    /// The revision now.
    pub revision: i64,
    /// What answers may be stale of, each once.
    pub nouns: Vec<Noun>,
}
