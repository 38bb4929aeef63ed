//! What goes wrong in a command, as a front needs it: a code to act on, a sentence for the person, detail for the log.

use serde::Serialize;
use store::{BackupError, StoreError};
use ts_rs::TS;

/// What a front may act on. A failure that no front acts on has no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// There is no such command.
    UnknownCommand,
    /// The request does not fit the command.
    Invalid,
    /// What was asked for is not, or no longer, there.
    NotFound,
    /// This front may not read files by path.
    PathNotAllowed,
    /// Another program is writing; trying again helps.
    Busy,
    /// There is nothing to undo, or later changes stand in the way.
    NothingToUndo,
    /// The register cannot be opened, for what it holds or that it is gone: a backup may take its place.
    RegisterClosed,
    /// The register cannot be opened, and it may be whole: something outside of it must be put right.
    RegisterOutOfReach,
    /// The register is open, and what it holds could not be read: it may be damaged.
    RegisterUnreadable,
}

/// A command that was not carried out. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[error("{message}")]
pub struct CommandError {
    /// Only where a front acts on it.
    pub code: Option<ErrorCode>,
    /// What happened, to what, and what to do.
    pub message: String,
    /// For the log.
    pub detail: Option<String>,
    /// The field of the request that it is about, where it is about one: `origin.day`.
    pub field: Option<String>,
}

impl CommandError {
    /// A failure that a front may act on.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code: Some(code), message: message.into(), detail: None, field: None }
    }

    /// The request does not fit the command.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Invalid, message)
    }

    /// The request does not fit the command in this field.
    pub(crate) fn at(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: Some(field.into()), ..Self::invalid(message) }
    }

    /// A failure without a code: its sentence is all there is to tell.
    pub fn uncoded(message: impl Into<String>) -> Self {
        Self { code: None, message: message.into(), detail: None, field: None }
    }

    /// A register that could not be opened. What passes by itself is told as anywhere else.
    pub(crate) fn not_opened(error: StoreError) -> Self {
        let code = match &error {
            error if error.passes() => None,
            error if error.is_about_content() => Some(ErrorCode::RegisterClosed),
            _ => Some(ErrorCode::RegisterOutOfReach),
        };
        let told = Self::from(error);
        Self { code: code.or(told.code), ..told }
    }

    /// The same failure with something for the log.
    #[must_use]
    pub fn with_detail(mut self, detail: &dyn std::fmt::Display) -> Self {
        self.detail = Some(detail.to_string());
        self
    }
}

impl From<StoreError> for CommandError {
    fn from(error: StoreError) -> Self {
        let code = match &error {
            StoreError::Busy(_) => Some(ErrorCode::Busy),
            StoreError::NotFound { .. } => Some(ErrorCode::NotFound),
            StoreError::NothingToUndo
            | StoreError::NothingToRedo
            | StoreError::DependedOn { .. }
            | StoreError::NotStanding { .. } => Some(ErrorCode::NothingToUndo),
            StoreError::Damaged(_)
            | StoreError::NotAStore { .. }
            | StoreError::UnknownValue(_)
            | StoreError::Sqlite(_) => Some(ErrorCode::RegisterUnreadable),
            _ => None,
        };
        Self { code, message: error.to_string(), detail: error.detail(), field: None }
    }
}

impl From<BackupError> for CommandError {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::Store(error) => error.into(),
            BackupError::NotFound(_) | BackupError::NoArchive(_) => Self::new(ErrorCode::NotFound, error.to_string()),
            other => Self { code: None, message: other.to_string(), detail: other.detail(), field: None },
        }
    }
}
