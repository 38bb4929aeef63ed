//! The progress light of a task: how far it should be by the time that has passed, against how far its units say it is.
//!
//! It says nothing of the deadline itself, and an entry that states no share says nothing here: see `light` and `hollow`.

use chrono::NaiveDate;

use crate::{Lights, Standing, TaskStatus};

/// How a task stands against the time that has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pace {
    /// The share reported is more than the office allows below what the time passed asks for.
    Behind,
    /// So much time has passed that something should have been reported, and no share was.
    Unreported,
    /// No less is reported than the time passed asks for, or not much less.
    InStep,
    /// There is nothing to go by: no term, nothing owed any more, or so early that nothing is asked yet.
    Unmeasured,
}

impl Pace {
    /// Every mark, the most pressing first.
    pub const ALL: [Self; 4] = [Self::Behind, Self::Unreported, Self::InStep, Self::Unmeasured];

    /// The word on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Behind => "behind",
            Self::Unreported => "unreported",
            Self::InStep => "in_step",
            Self::Unmeasured => "unmeasured",
        }
    }

    /// What it is called, in lists and exports alike.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Behind => "滞后",
            Self::Unreported => "未报进度",
            Self::InStep => "跟上",
            Self::Unmeasured => "不计进度",
        }
    }

    /// What it says of a task, in a sentence; `{points}` stands for `Thresholds::behind_points`.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Behind => "已报进度比按时间应到的少 {points} 个百分点以上。",
            Self::Unreported => "按时间应到 {points}% 以上，还没有报过进度百分比。",
            Self::InStep => "已报进度不比按时间应到的少多少。",
            Self::Unmeasured => "没有起止日期、已经了结，或刚开始，不比较进度。",
        }
    }

    /// The mark a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pace| pace.code() == code)
    }
}

/// A task as its lights look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// Where it stands.
    pub status: TaskStatus,
    /// The day it begins.
    pub begins: Option<NaiveDate>,
    /// The last day allowed.
    pub due: Option<NaiveDate>,
    /// The share last reported, in percent.
    pub share: Option<u8>,
}

/// The progress light of a task with the figures it is told by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaceSeen {
    /// The light.
    pub pace: Pace,
    /// The share that the time passed asks for, in percent; none without a beginning and an end.
    pub expected: Option<u8>,
}

impl Lights {
    /// The progress light of a task: the share expected grows evenly from the day it begins to the day it is due.
    pub fn pace(self, course: Course) -> PaceSeen {
        let Course { status, begins, due, share } = course;
        let expected = begins.zip(due).and_then(|(begins, due)| self.expected(begins, due));
        let pace = match (status.standing(), expected, share) {
            (Standing::Done | Standing::Ended, ..) | (_, None, _) => Pace::Unmeasured,
            (Standing::Open, Some(expected), Some(share)) if self.is_far_below(expected, share) => Pace::Behind,
            (Standing::Open, Some(_), Some(_)) => Pace::InStep,
            (Standing::Open, Some(expected), None) if self.is_far_below(expected, 0) => Pace::Unreported,
            (Standing::Open, Some(_), None) => Pace::Unmeasured,
        };
        PaceSeen { pace, expected }
    }

    fn is_far_below(self, expected: u8, share: u8) -> bool {
        expected.saturating_sub(share) > self.thresholds.behind_points
    }

    /// The share in percent, rounded down, so that nothing is called late too early.
    fn expected(self, begins: NaiveDate, due: NaiveDate) -> Option<u8> {
        let term = (due - begins).num_days();
        if term <= 0 {
            return None;
        }
        let passed = (self.today - begins).num_days().clamp(0, term);
        u8::try_from(passed * 100 / term).ok()
    }

    /// Why the progress light is what it is: 按时间应到 78%，已报 40%.
    pub fn pace_reason(self, course: Course) -> String {
        let PaceSeen { pace, expected } = self.pace(course);
        let reported = course.share.map_or_else(|| "未报进度".to_owned(), |share| format!("已报 {share}%"));
        match (expected, course.status.standing()) {
            (_, Standing::Done | Standing::Ended) => format!("{}，不再比较进度", course.status.word()),
            (None, Standing::Open) => format!("没有起止日期，不比较进度；{reported}"),
            (Some(expected), Standing::Open) if pace == Pace::Unmeasured => {
                format!("按时间应到 {expected}%，刚开始，不比较进度；{reported}")
            }
            (Some(expected), Standing::Open) => format!("{reported}，按时间应到 {expected}%"),
        }
    }

    /// Why the time light is what it is: 距期限 12 天.
    pub fn reason(self, course: Course) -> String {
        match (course.status.standing(), course.due) {
            (Standing::Done | Standing::Ended, _) => format!("{}，不再计时", course.status.word()),
            (Standing::Open, None) => "没有可以计算的到期日".to_owned(),
            (Standing::Open, Some(due)) => match (due - self.today).num_days() {
                0 => "今天到期".to_owned(),
                left if left < 0 => format!("期限 {due}，已过 {} 天", -left),
                left if due <= self.due_soon_until() => {
                    format!("距期限 {left} 天，在 {} 天的临期界限内", self.thresholds.due_soon_days)
                }
                left => format!("距期限 {left} 天"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Thresholds;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A task from 1 January to 11 April 2022, a hundred days, seen on a day.
    fn seen(on: &str, status: TaskStatus, share: Option<u8>) -> (Lights, Course) {
        let lights = Lights { today: day(on), thresholds: Thresholds::default() };
        (lights, Course { status, begins: Some(day("2022-01-01")), due: Some(day("2022-04-11")), share })
    }

    #[test]
    fn the_share_reported_is_held_against_the_time_passed() {
        let check = |on, share, pace, expected| {
            let (lights, course) = seen(on, TaskStatus::InProgress, share);
            assert_eq!(lights.pace(course), PaceSeen { pace, expected: Some(expected) }, "{on} {share:?}");
        };
        check("2022-03-20", Some(40), Pace::Behind, 78);
        check("2022-03-20", Some(57), Pace::Behind, 78);
        check("2022-03-20", Some(58), Pace::InStep, 78);
        check("2022-03-20", Some(100), Pace::InStep, 78);
        check("2022-01-21", None, Pace::Unmeasured, 20);
        check("2022-01-22", None, Pace::Unreported, 21);
        check("2021-12-01", None, Pace::Unmeasured, 0);
        check("2022-05-01", Some(90), Pace::InStep, 100);
        check("2022-05-01", Some(79), Pace::Behind, 100);
    }

    #[test]
    fn without_a_term_or_when_nothing_is_owed_nothing_is_compared() {
        let (lights, course) = seen("2022-03-20", TaskStatus::InProgress, Some(0));
        for without in
            [Course { begins: None, ..course }, Course { due: None, ..course }, Course { due: course.begins, ..course }]
        {
            assert_eq!(lights.pace(without), PaceSeen { pace: Pace::Unmeasured, expected: None });
        }
        for status in [TaskStatus::Completed, TaskStatus::Suspended] {
            assert_eq!(lights.pace(Course { status, ..course }).pace, Pace::Unmeasured);
        }
    }

    #[test]
    fn each_light_tells_its_reason_in_a_sentence_of_its_own() {
        let check = |on, status, share, time, progress| {
            let (lights, course) = seen(on, status, share);
            assert_eq!((lights.reason(course).as_str(), lights.pace_reason(course).as_str()), (time, progress));
        };
        let open = TaskStatus::InProgress;
        check("2022-03-30", open, Some(40), "距期限 12 天，在 30 天的临期界限内", "已报 40%，按时间应到 88%");
        check("2022-02-01", open, None, "距期限 69 天", "未报进度，按时间应到 31%");
        check("2022-01-02", open, None, "距期限 99 天", "按时间应到 1%，刚开始，不比较进度；未报进度");
        check("2022-04-12", open, Some(90), "期限 2022-04-11，已过 1 天", "已报 90%，按时间应到 100%");
        check("2022-04-11", open, None, "今天到期", "未报进度，按时间应到 100%");
        check("2022-04-12", TaskStatus::Closed, None, "已销号，不再计时", "已销号，不再比较进度");
        let (lights, course) = seen("2022-03-30", open, Some(5));
        assert_eq!(lights.reason(Course { due: None, ..course }), "没有可以计算的到期日");
        assert_eq!(lights.pace_reason(Course { due: None, ..course }), "没有起止日期，不比较进度；已报 5%");
    }
}
