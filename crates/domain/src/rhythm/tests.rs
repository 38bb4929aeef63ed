//! Every period comes once, in order, without a gap; what is written is read as the same.

use chrono::{Datelike as _, Days, NaiveDate};
use proptest::prelude::*;

use super::{DueOn, Every, Occurrence, Rhythm};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn rhythms_are_read_from_the_words_of_notices() {
    let check = |words: &str, on: &str, period: &str, due: &str| {
        let rhythm = Rhythm::read(words).unwrap_or_else(|| panic!("{words} is read"));
        let found = rhythm.period_of(day(on)).unwrap();
        assert_eq!((rhythm.name_of(found).as_str(), found.due.to_string().as_str()), (period, due), "{words}");
    };
    check("每月", "2026-11-21", "2026年11月", "2026-11-30");
    check("每月10日前", "2026-11-21", "2026年11月", "2026-11-10");
    check("每月底前", "2024-02-01", "2024年2月", "2024-02-29");
    check("每月31日前", "2023-02-01", "2023年2月", "2023-02-28");
    check("按月于次月5日前", "2026-12-01", "2026年12月", "2027-01-05");
    check("月度", "2026-11-21", "2026年11月", "2026-11-30");
    check("月报", "2026-11-21", "2026年11月", "2026-11-30");
    check("按季度", "2026-11-21", "2026年第4季度", "2026-12-31");
    check("每季度末月25日前", "2026-11-21", "2026年第4季度", "2026-12-25");
    check("每季度首月10日前", "2026-05-21", "2026年第2季度", "2026-04-10");
    check("每季度结束后10日内", "2026-11-21", "2026年第4季度", "2027-01-10");
    check("每半年", "2026-11-21", "2026年下半年", "2026-12-31");
    check("每年6月底前", "2026-11-21", "2026年", "2026-06-30");
    check("每年十二月十五日前", "2026-11-21", "2026年", "2026-12-15");
    check("每年于次年1月10日前", "2026-11-21", "2026年", "2027-01-10");
    check("年报", "2026-11-21", "2026年", "2026-12-31");
    check("每两个月", "2026-11-21", "2026年11—12月", "2026-12-31");
    check("每周", "2026-11-21", "2026年11月16日起一周", "2026-11-22");
    check("每周五前", "2026-11-21", "2026年11月16日起一周", "2026-11-20");
    check("每3个月", "2026-11-21", "2026年第4季度", "2026-12-31");
}

#[test]
fn what_cannot_be_computed_with_is_no_rhythm() {
    for words in ["定期", "每天", "每日", "每旬", "每学期", "不定期", "月底前", "2026年", "年底", "季末", ""]
    {
        assert_eq!(Rhythm::read(words), None, "{words}");
    }
}

#[test]
fn the_day_may_stand_in_the_text_behind_the_rhythm() {
    let check = |raw, text, words: &str| assert_eq!(Rhythm::of_deadline(raw, text).unwrap().words(), words);
    check("每月", "各乡镇每月5日前报送工作进展。", "每月5日前");
    check("每月", "每月组织3日培训。", "每月底前");
    check("每季度末月25日前", "每季度末月25日前，各部门将进展报县政府。", "每季度第3个月25日前");
    check("定期", "定期报送。每月10日前报送项目进展。", "每月10日前");
    check("按月", "按月通报。各乡镇于每月5日前报送。", "每月5日前");
    check("每月", "每月会商。每年12月10日前总结。", "每月底前");
    check("定期", "定期调度，每周一次。", "每周日前");
    check("每年", "每年不少于10次。", "每年12月底前");
}

fn rhythm() -> impl Strategy<Value = Rhythm> {
    (0..Every::ALL.len(), any::<bool>(), 1..=12u32, 1..=31u32, any::<bool>()).prop_map(
        |(every, is_behind, month, day, last)| {
            let every = Every::ALL[every];
            let month = every.months().map_or(1, |months| (month - 1) % months + 1);
            // Sunday is the last day of a week.
            let day = if every.months().is_none() { (day - 1) % 6 + 1 } else { day };
            Rhythm { every, is_behind, month, due: if last { DueOn::Last } else { DueOn::Day(day) } }
        },
    )
}

proptest! {
    #[test]
    fn periods_follow_one_another_without_gap_and_each_day_is_in_one(
        rhythm in rhythm(), start in 0..40_000u64, behind in 0..4_000u64,
    ) {
        let first_day = day("1950-01-01").checked_add_days(Days::new(start)).unwrap();
        let mut period: Occurrence = rhythm.period_of(first_day).unwrap();
        prop_assert!(period.begins <= first_day && first_day <= period.ends);
        let later = first_day.checked_add_days(Days::new(behind)).unwrap();
        while period.ends < later {
            let next = rhythm.next(period).unwrap();
            prop_assert_eq!(next.begins, period.ends.succ_opt().unwrap());
            prop_assert!(next.due > period.due, "{:?} {:?}", period, next);
            period = next;
        }
        prop_assert_eq!(rhythm.period_of(later), Some(period));
    }

    #[test]
    fn what_belongs_to_a_period_is_due_in_it_or_in_the_next(rhythm in rhythm(), start in 0..40_000u64) {
        let on = day("1950-01-01").checked_add_days(Days::new(start)).unwrap();
        let period = rhythm.period_of(on).unwrap();
        let within = if rhythm.is_behind { rhythm.next(period).unwrap() } else { period };
        prop_assert!(within.begins <= period.due && period.due <= within.ends);
        if let (DueOn::Day(day), Some(_)) = (rhythm.due, rhythm.every.months()) {
            prop_assert!(period.due.day() == day || (period.due.day() < day && period.due.succ_opt().unwrap().day() == 1));
        }
    }

    #[test]
    fn a_rhythm_is_read_from_its_own_words(rhythm in rhythm()) {
        prop_assert_eq!(Rhythm::read(&rhythm.words()), Some(rhythm), "{}", rhythm.words());
    }
}
