//! How the texts of one matter follow one another.

/// What makes the later of two notices a version of the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VersionKind {
    /// A draft and the text that became of it.
    Draft,
    /// The plans of successive years or periods.
    Period,
    /// A revised edition: 修订, 试行 to 正式, the same title issued again.
    Revision,
    /// The same text with what an earlier copy lacked, as with its annexes.
    Fuller,
    /// A person says so.
    Given,
}

impl VersionKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Draft, Self::Period, Self::Revision, Self::Fuller, Self::Given];

    /// The word used in exports and in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Period => "period",
            Self::Revision => "revision",
            Self::Fuller => "fuller",
            Self::Given => "given",
        }
    }

    /// The kind a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
