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

/// All there is to say of a status. A new status is a new entry; every front reads its words from here.
#[derive(Debug, Clone, Copy)]
pub struct StatusEntry {
    /// The status.
    pub status: TaskStatus,
    /// The word used in exports and in the store.
    pub code: &'static str,
    /// What an office calls it.
    pub word: &'static str,
    /// Whether nothing more is owed.
    pub is_done: bool,
    /// Where an office moves it from here, the usual way first; the ways back are a return and a reopening.
    pub next: &'static [TaskStatus],
}

impl TaskStatus {
    /// Every status with its words and ways, in order.
    pub const TABLE: [StatusEntry; 6] = {
        use TaskStatus::{Accepted, Closed, Completed, InProgress, Issued, Submitted};
        const fn entry(
            status: TaskStatus,
            code: &'static str,
            word: &'static str,
            is_done: bool,
            next: &'static [TaskStatus],
        ) -> StatusEntry {
            StatusEntry { status, code, word, is_done, next }
        }
        [
            entry(Issued, "issued", "已交办", false, &[Accepted, InProgress]),
            entry(Accepted, "accepted", "已签收", false, &[InProgress]),
            entry(InProgress, "in_progress", "办理中", false, &[Submitted]),
            entry(Submitted, "submitted", "待审核", false, &[Completed, InProgress]),
            entry(Completed, "completed", "已办结", true, &[Closed, InProgress]),
            entry(Closed, "closed", "已销号", true, &[]),
        ]
    };

    /// Every status, in order.
    pub const ALL: [Self; 6] = {
        let mut all = [Self::Issued; 6];
        let mut at = 0;
        while at < all.len() {
            all[at] = Self::TABLE[at].status;
            at += 1;
        }
        all
    };

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
