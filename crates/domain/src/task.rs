//! The states of a task.

/// Where a task stands, in the order an office moves it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum TaskStatus {
    /// 交办: handed to its units.
    #[default]
    Issued,
    /// 签收: the lead unit has acknowledged it.
    Accepted,
    /// 办理中: work is under way.
    InProgress,
    /// 待审核: the lead unit says it is done; the office has not yet agreed.
    Submitted,
    /// 已办结: the office agrees that it is done.
    Completed,
    /// 已销号: struck off the ledger.
    Closed,
}

impl TaskStatus {
    /// Every status, in order.
    pub const ALL: [Self; 6] =
        [Self::Issued, Self::Accepted, Self::InProgress, Self::Submitted, Self::Completed, Self::Closed];

    /// Whether nothing more is owed: completed or closed.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Completed | Self::Closed)
    }

    /// The word used in exports and in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Accepted => "accepted",
            Self::InProgress => "in_progress",
            Self::Submitted => "submitted",
            Self::Completed => "completed",
            Self::Closed => "closed",
        }
    }

    /// The status a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}
