//! A recurring duty: a rhythm from a first day on, perhaps to a last one. What is owed is computed; what was done or left out
//! is recorded, period by period.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};

use crate::{Occurrence, Rhythm};

/// A duty that comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duty {
    /// How often, and by which day.
    pub rhythm: Rhythm,
    /// It is owed from this day on: the first period is the first that ends, and is due, no earlier.
    pub begins: NaiveDate,
    /// The last period is that of this day; none without end.
    pub ends: Option<NaiveDate>,
}

/// What became of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OccurrenceState {
    /// It was reported.
    Done,
    /// It was left out, for a reason.
    Skipped,
}

impl OccurrenceState {
    /// Every state.
    pub const ALL: [Self; 2] = [Self::Done, Self::Skipped];

    /// The word in the store and on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Skipped => "skipped",
        }
    }

    /// What an office calls it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "已报",
            Self::Skipped => "免报",
        }
    }

    /// The state a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// How a duty stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyStanding {
    /// The period to be reported next whose day has not passed; none when the duty is at its end.
    pub present: Option<Occurrence>,
    /// The periods whose day has passed unreported, the earliest first.
    pub missed: Vec<Occurrence>,
}

impl Duty {
    /// Its periods, in order. Without an end they go on as long as there are days.
    pub fn occurrences(self) -> impl Iterator<Item = Occurrence> {
        let owed = move |period: &Occurrence| period.ends >= self.begins && period.due >= self.begins;
        let mut next = self.rhythm.period_of(self.begins);
        let all = std::iter::from_fn(move || {
            let period = next?;
            next = self.rhythm.next(period);
            Some(period)
        });
        all.skip_while(move |period| !owed(period))
            .take_while(move |period| self.ends.is_none_or(|ends| period.begins <= ends))
    }

    /// The earliest period that is neither reported nor left out. Its day is that of the task.
    pub fn first_open(self, settled: &BTreeSet<NaiveDate>) -> Option<Occurrence> {
        self.occurrences().find(|period| !settled.contains(&period.begins))
    }

    /// How it stands on a day, when the periods beginning on these days are settled.
    pub fn standing(self, settled: &BTreeSet<NaiveDate>, today: NaiveDate) -> DutyStanding {
        let open = |period: &Occurrence| !settled.contains(&period.begins);
        let missed = self.occurrences().take_while(|period| period.due < today).filter(open).collect();
        let present = self.occurrences().skip_while(|period| period.due < today).find(open);
        DutyStanding { present, missed }
    }
}

impl DutyStanding {
    /// Its state in a few words: 已过 3 期未报；本期 12月10日前，剩 5 天.
    pub fn words(&self, rhythm: Rhythm, today: NaiveDate) -> String {
        let missed = match self.missed.as_slice() {
            [] => None,
            [only] => Some(format!("{} 已过期未报", rhythm.name_of(*only))),
            [first, ..] => Some(format!("已过 {} 期未报（自 {} 起）", self.missed.len(), rhythm.name_of(*first))),
        };
        let present = self.present.map(|period| {
            let due = period.due;
            let year = if due.year() == today.year() { String::new() } else { format!("{}年", due.year()) };
            let which = if period.begins <= today { "本期" } else { "下期" };
            let left = match (due - today).num_days() {
                0 => "今天到期".to_owned(),
                days => format!("剩 {days} 天"),
            };
            format!("{which} {year}{}月{}日前，{left}", due.month(), due.day())
        });
        match (missed, present) {
            (Some(missed), Some(present)) => format!("{missed}；{present}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => "各期均已报".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn duty(words: &str, begins: &str, ends: Option<&str>) -> Duty {
        Duty { rhythm: Rhythm::read(words).unwrap(), begins: day(begins), ends: ends.map(day) }
    }

    fn dues(duty: Duty) -> Vec<String> {
        duty.occurrences().take(40).map(|period| period.due.to_string()).collect()
    }

    #[test]
    fn a_duty_has_one_period_after_another_from_its_beginning_to_its_end() {
        let monthly = duty("每月10日前", "2022-03-20", Some("2022-06-30"));
        assert_eq!(dues(monthly), ["2022-04-10", "2022-05-10", "2022-06-10"], "that of March was due before it began");
        let behind = duty("每月于次月5日前", "2022-03-01", Some("2022-04-30"));
        assert_eq!(dues(behind), ["2022-04-05", "2022-05-05"], "February was over before it began");
        assert_eq!(dues(duty("每年2月底前", "2023-05-01", Some("2024-12-31"))), ["2024-02-29"]);
        assert_eq!(dues(duty("每周五前", "2026-11-21", None)).len(), 40, "without end");
    }

    #[test]
    fn what_was_missed_is_counted_and_said() {
        let monthly = duty("每月10日前", "2026-08-01", None);
        let standing = |settled: &[&str], today: &str| {
            let settled = settled.iter().map(|begins| day(begins)).collect();
            monthly.standing(&settled, day(today)).words(monthly.rhythm, day(today))
        };
        assert_eq!(standing(&[], "2026-08-05"), "本期 8月10日前，剩 5 天");
        assert_eq!(standing(&[], "2026-08-10"), "本期 8月10日前，今天到期");
        assert_eq!(standing(&[], "2026-08-11"), "2026年8月 已过期未报；下期 9月10日前，剩 30 天");
        assert_eq!(standing(&[], "2026-11-05"), "已过 3 期未报（自 2026年8月 起）；本期 11月10日前，剩 5 天");
        assert_eq!(
            standing(&["2026-08-01", "2026-10-01"], "2026-11-05"),
            "2026年9月 已过期未报；本期 11月10日前，剩 5 天"
        );
        let all = ["2026-08-01", "2026-09-01", "2026-10-01", "2026-11-01"];
        assert_eq!(standing(&all, "2026-11-05"), "下期 12月10日前，剩 35 天");
        let ended = Duty { ends: Some(day("2026-08-31")), ..monthly };
        let settled = [day("2026-08-01")].into();
        assert_eq!(ended.standing(&settled, day("2026-11-05")).words(ended.rhythm, day("2026-11-05")), "各期均已报");
        assert_eq!(ended.first_open(&settled), None);
    }

    proptest! {
        #[test]
        fn each_period_is_settled_missed_present_or_to_come_and_none_is_both(
            begins in 0..20_000i64, today in 0..3_000i64, settled in proptest::collection::btree_set(0..60usize, 0..40),
        ) {
            let begins = day("1990-01-01") + chrono::Duration::days(begins);
            let today = begins + chrono::Duration::days(today);
            let duty = Duty { rhythm: Rhythm::read("每月31日前").unwrap(), begins, ends: None };
            let all: Vec<Occurrence> = duty.occurrences().take(200).collect();
            let settled: BTreeSet<NaiveDate> = settled.iter().map(|at| all[*at].begins).collect();
            let DutyStanding { present, missed } = duty.standing(&settled, today);
            let expected: Vec<Occurrence> =
                all.iter().copied().filter(|period| period.due < today && !settled.contains(&period.begins)).collect();
            prop_assert_eq!(&missed, &expected);
            let present = present.unwrap();
            prop_assert!(present.due >= today && !settled.contains(&present.begins));
            let first = duty.first_open(&settled).unwrap();
            prop_assert_eq!(first, missed.first().copied().unwrap_or(present));
        }
    }
}
