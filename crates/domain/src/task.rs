//! The states of a task.

/// What is owed for a task in a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// Something is still to be done.
    Open,
    /// What was ordered is done.
    Done,
    /// Nothing is owed, and nothing was done: it was suspended, merged, superseded or does not concern the office. Counts in
    /// no share of what is done.
    Ended,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 3] = [Self::Open, Self::Done, Self::Ended];

    /// The word on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Ended => "ended",
        }
    }
}

/// All there is to say of a status. What leads from one to another is said by `domain::MOVES`.
#[derive(Debug, Clone, Copy)]
pub struct StatusEntry {
    /// The status.
    pub status: TaskStatus,
    /// The word used in exports, on the wire and in the store.
    pub code: &'static str,
    /// What an office calls it.
    pub word: &'static str,
    /// What is owed in it.
    pub standing: Standing,
    /// Whether an office may do without this step.
    pub is_optional: bool,
}

macro_rules! statuses {
    ($($(#[$about:meta])+ $status:ident { code: $code:literal, word: $word:literal, standing: $standing:ident, optional: $optional:literal })+) => {
        /// Where a task stands, in the order an office moves it; what stands aside comes last.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
        pub enum TaskStatus {
            $($(#[$about])+ $status,)+
        }

        impl TaskStatus {
            /// Every status, in order.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$status),+];

            /// Every status with its words, in order.
            pub const TABLE: [StatusEntry; Self::ALL.len()] = [$(StatusEntry {
                status: Self::$status,
                code: $code,
                word: $word,
                standing: Standing::$standing,
                is_optional: $optional,
            }),+];
        }
    };
}

// A new status is a new entry; every front, the wire, the store and the command line read it from here.
statuses! {
    /// Thought of; nobody has agreed to it yet.
    Proposed { code: "proposed", word: "拟办", standing: Open, optional: true }
    /// Ready to be handed out.
    Prepared { code: "prepared", word: "待交办", standing: Open, optional: true }
    /// Handed to its units, which have not acknowledged it.
    Issued { code: "issued", word: "待签收", standing: Open, optional: true }
    /// Work is under way. No office does without it.
    #[default]
    InProgress { code: "in_progress", word: "办理中", standing: Open, optional: false }
    /// The lead unit says it is done; the office has not yet agreed.
    Submitted { code: "submitted", word: "待审核", standing: Open, optional: true }
    /// The office agrees that it is done.
    Completed { code: "completed", word: "已办结", standing: Done, optional: false }
    /// Struck off the ledger.
    Closed { code: "closed", word: "已销号", standing: Done, optional: false }
    /// Stopped until further notice.
    Suspended { code: "suspended", word: "已中止", standing: Ended, optional: false }
    /// Followed as part of another task.
    Merged { code: "merged", word: "已撤并", standing: Ended, optional: false }
    /// Does not concern the office.
    NotApplicable { code: "not_applicable", word: "不涉及", standing: Ended, optional: false }
    /// Replaced by a later order.
    Superseded { code: "superseded", word: "已被替代", standing: Ended, optional: false }
}

impl TaskStatus {
    /// Its entry.
    pub const fn entry(self) -> &'static StatusEntry {
        const TABLE: &[StatusEntry] = &TaskStatus::TABLE;
        &TABLE[self as usize]
    }

    /// What is owed in it.
    pub const fn standing(self) -> Standing {
        self.entry().standing
    }

    /// The word used in exports and in the store.
    pub const fn code(self) -> &'static str {
        self.entry().code
    }

    /// What an office calls it.
    pub const fn word(self) -> &'static str {
        self.entry().word
    }

    /// The status a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_status_has_its_entry_in_order() {
        for (at, entry) in TaskStatus::TABLE.iter().enumerate() {
            assert_eq!(entry.status as usize, at, "{}", entry.word);
            assert_eq!(TaskStatus::from_code(entry.code), Some(entry.status));
        }
    }

    #[test]
    fn only_open_steps_may_be_left_out() {
        for entry in TaskStatus::TABLE.iter().filter(|entry| entry.is_optional) {
            assert_eq!(entry.standing, Standing::Open, "{}", entry.word);
        }
        assert!(!TaskStatus::default().entry().is_optional, "a task begins somewhere in every office");
    }
}
