//! The time light of a task.

use chrono::{Days, NaiveDate};

use crate::{Standing, TaskStatus, Thresholds};

/// What lights are told by: the day they are seen on and the limits of the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lights {
    /// The day.
    pub today: NaiveDate,
    /// The limits.
    pub thresholds: Thresholds,
}

/// How a task stands against its deadline on a given day. It says nothing about progress or about how far the
/// office has urged: those are other marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Light {
    /// The deadline has passed and the task is still owed.
    Overdue,
    /// The deadline is no further away than [`Thresholds::due_soon_days`].
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
    /// What it is called, in lists, figures and exports alike.
    pub fn word(self) -> &'static str {
        match self {
            Self::Overdue => "逾期",
            Self::DueSoon => "临期",
            Self::OnTrack => "未到期",
            Self::NoDeadline => "无期限",
            Self::Done => "办结",
            Self::Ended => "停办",
        }
    }

    /// What it says of a task, in a sentence; `{days}` stands for [`Thresholds::due_soon_days`].
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Overdue => "过了完成时限还没有办结，写出逾期的天数。",
            Self::DueSoon => "{days} 天内到期，还没有办结，写出剩下的天数。",
            Self::OnTrack => "离到期还有 {days} 天以上。",
            Self::NoDeadline => "没有可以计算的到期日，文件未载明，也没有另行指定；不等于办得正常。",
            Self::Done => "已经办结或销号，不再计时。",
            Self::Ended => "已中止、撤并、被替代或不涉及，不再计时，也不算未办结。",
        }
    }
}

impl Lights {
    /// The light of a task with this status and due day.
    pub fn of(self, status: TaskStatus, due: Option<NaiveDate>) -> Light {
        match status.standing() {
            Standing::Open => {}
            Standing::Done => return Light::Done,
            Standing::Ended => return Light::Ended,
        }
        match due {
            None => Light::NoDeadline,
            Some(due) if due < self.today => Light::Overdue,
            Some(due) if due <= self.due_soon_until() => Light::DueSoon,
            Some(_) => Light::OnTrack,
        }
    }

    /// The last day that is soon.
    pub fn due_soon_until(self) -> NaiveDate {
        let days = Days::new(self.thresholds.due_soon_days.into());
        self.today.checked_add_days(days).unwrap_or(NaiveDate::MAX)
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
            let lights = Lights { today: day("2022-07-01"), thresholds: Thresholds::default() };
            assert_eq!(lights.of(status, due.map(day)), expected, "{due:?} {status:?}");
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

    #[test]
    fn what_is_due_soon_is_for_the_office_to_say() {
        let of_office = |due_soon_days| {
            let thresholds = Thresholds { due_soon_days, ..Thresholds::default() };
            Lights { today: day("2022-07-01"), thresholds }.of(TaskStatus::InProgress, Some(day("2022-07-11")))
        };
        assert_eq!(of_office(10), Light::DueSoon);
        assert_eq!(of_office(9), Light::OnTrack);
        assert_eq!(of_office(0), Light::OnTrack);
    }
}
