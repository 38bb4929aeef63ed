//! The time light of a task.

use chrono::NaiveDate;

use crate::{Standing, TaskStatus};

/// A task is due soon when no more than this many days are left, the due day included.
pub const DUE_SOON_DAYS: i64 = 30;

/// How a task stands against its deadline on a given day. It says nothing about progress or about how far the
/// office has urged: those are other marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Light {
    /// The deadline has passed and the task is still owed.
    Overdue,
    /// The deadline is at most [`DUE_SOON_DAYS`] days away.
    DueSoon,
    /// The deadline is further away.
    OnTrack,
    /// No due day is stated; never shown as green.
    NoDeadline,
    /// The task is completed or closed.
    Done,
    /// Nothing is owed and nothing was done: suspended, merged, superseded, not applicable.
    Ended,
}

impl Light {
    /// Every light, most urgent first.
    pub const ALL: [Self; 6] = [Self::Overdue, Self::DueSoon, Self::OnTrack, Self::NoDeadline, Self::Done, Self::Ended];

    /// The light of a task with this status and due day on the day `today`.
    pub fn of(status: TaskStatus, due: Option<NaiveDate>, today: NaiveDate) -> Self {
        match status.standing() {
            Standing::Open => {}
            Standing::Done => return Self::Done,
            Standing::Ended => return Self::Ended,
        }
        let Some(due) = due else { return Self::NoDeadline };
        match (due - today).num_days() {
            left if left < 0 => Self::Overdue,
            left if left <= DUE_SOON_DAYS => Self::DueSoon,
            _ => Self::OnTrack,
        }
    }

    /// The word used in exports and on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::DueSoon => "due_soon",
            Self::OnTrack => "on_track",
            Self::NoDeadline => "no_deadline",
            Self::Done => "done",
            Self::Ended => "ended",
        }
    }
}

impl Light {
    /// What it is called in full.
    pub fn word(self) -> &'static str {
        match self {
            Self::Overdue => "已逾期",
            Self::DueSoon => "30天内到期",
            Self::OnTrack => "未到期",
            Self::NoDeadline => "未载明期限",
            Self::Done => "已办结",
            Self::Ended => "不再督办",
        }
    }

    /// What it is called where there is little room.
    pub fn short(self) -> &'static str {
        match self {
            Self::Overdue => "逾期",
            Self::DueSoon => "临期",
            Self::OnTrack => "未到期",
            Self::NoDeadline => "无期限",
            Self::Done => "办结",
            Self::Ended => "停办",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_light_follows_the_days_left() {
        let check = |due: Option<&str>, status, expected| {
            assert_eq!(Light::of(status, due.map(day), day("2022-07-01")), expected, "{due:?} {status:?}");
        };
        check(Some("2022-06-30"), TaskStatus::Issued, Light::Overdue);
        check(Some("2022-07-01"), TaskStatus::Issued, Light::DueSoon);
        check(Some("2022-07-31"), TaskStatus::InProgress, Light::DueSoon);
        check(Some("2022-08-01"), TaskStatus::InProgress, Light::OnTrack);
        check(None, TaskStatus::Proposed, Light::NoDeadline);
        check(Some("2022-06-30"), TaskStatus::Submitted, Light::Overdue);
        check(Some("2022-06-30"), TaskStatus::Completed, Light::Done);
        check(None, TaskStatus::Closed, Light::Done);
        check(Some("2022-06-30"), TaskStatus::Suspended, Light::Ended);
        check(None, TaskStatus::NotApplicable, Light::Ended);
    }
}
