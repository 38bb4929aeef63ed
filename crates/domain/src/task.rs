//! The states of a task.

/// All there is to say of a status.
#[derive(Debug, Clone, Copy)]
pub struct StatusEntry {
    /// The status.
    pub status: TaskStatus,
    /// The word used in exports, on the wire and in the store.
    pub code: &'static str,
    /// What an office calls it.
    pub word: &'static str,
    /// Whether nothing more is owed.
    pub is_done: bool,
    /// Where an office moves it from here, the usual way first; the ways back are a return and a reopening.
    pub next: &'static [TaskStatus],
}

macro_rules! statuses {
    ($($(#[$about:meta])+ $status:ident { code: $code:literal, word: $word:literal, is_done: $done:literal, next: [$($next:ident),*] })+) => {
        /// Where a task stands, in the order an office moves it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
        pub enum TaskStatus {
            $($(#[$about])+ $status,)+
        }

        impl TaskStatus {
            /// Every status, in order.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$status),+];

            /// Every status with its words and ways, in order.
            pub const TABLE: [StatusEntry; Self::ALL.len()] = [$(StatusEntry {
                status: Self::$status,
                code: $code,
                word: $word,
                is_done: $done,
                next: &[$(Self::$next),*],
            }),+];
        }
    };
}

// A new status is a new entry; every front, the wire, the store and the command line read it from here.
statuses! {
    /// Handed to its units. Here a task begins.
    #[default]
    Issued { code: "issued", word: "已交办", is_done: false, next: [Accepted, InProgress] }
    /// The lead unit has acknowledged it.
    Accepted { code: "accepted", word: "已签收", is_done: false, next: [InProgress] }
    /// Work is under way.
    InProgress { code: "in_progress", word: "办理中", is_done: false, next: [Submitted] }
    /// The lead unit says it is done; the office has not yet agreed.
    Submitted { code: "submitted", word: "待审核", is_done: false, next: [Completed, InProgress] }
    /// The office agrees that it is done.
    Completed { code: "completed", word: "已办结", is_done: true, next: [Closed, InProgress] }
    /// Struck off the ledger.
    Closed { code: "closed", word: "已销号", is_done: true, next: [] }
}

impl TaskStatus {
    /// Its entry.
    pub const fn entry(self) -> &'static StatusEntry {
        const TABLE: &[StatusEntry] = &TaskStatus::TABLE;
        &TABLE[self as usize]
    }

    /// Whether nothing more is owed: completed or closed.
    pub fn is_done(self) -> bool {
        self.entry().is_done
    }

    /// The word used in exports and in the store.
    pub fn code(self) -> &'static str {
        self.entry().code
    }

    /// What an office calls it.
    pub fn word(self) -> &'static str {
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
    fn every_status_is_reached_and_none_leads_to_itself() {
        for entry in &TaskStatus::TABLE {
            assert!(!entry.next.contains(&entry.status), "{}", entry.word);
            let reached = TaskStatus::TABLE.iter().any(|from| from.next.contains(&entry.status));
            assert!(reached || entry.status == TaskStatus::default(), "nothing leads to {}", entry.word);
        }
    }
}
