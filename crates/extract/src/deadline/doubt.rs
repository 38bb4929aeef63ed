//! What a person should look at in a deadline.

use chrono::Datelike;
use domain::{Deadline, DeadlineKind, Doubt, Field};

use super::{DeadlineContext, working_days};

/// What is not sure about a deadline read in a document.
pub fn doubts(deadline: &Deadline, context: &DeadlineContext) -> Vec<Doubt> {
    let Some(raw) = deadline.raw.as_deref() else { return Vec::new() };
    let mut doubts = Vec::new();
    let mut doubt = |rule: &'static str, alternative: &str| {
        doubts.push(Doubt { field: Field::Deadline, rule, words: raw.to_owned(), alternative: alternative.to_owned() });
    };
    let dated = !matches!(deadline.kind, DeadlineKind::None | DeadlineKind::Periodic | DeadlineKind::Ongoing);
    match deadline.due {
        None if deadline.kind == DeadlineKind::Relative => {
            doubt("deadline.no-issue-date", "按印发日推算，但没有读到印发日期，请对照原文确定");
        }
        None if dated => doubt("deadline.no-year", "没有写年份，文件的年份也没有读到，请对照原文确定"),
        None if deadline.kind == DeadlineKind::None => {
            doubt("deadline.not-understood", "时限一栏有文字，但不是能识别的时间");
        }
        Some(due) if context.issued.is_some_and(|issued| due < issued) => {
            doubt("deadline.before-issue", "时限早于印发日期，可能是引用的旧时间，或年份有误");
        }
        Some(due) if raw.contains("工作日") && !working_days::knows(due.year()) => {
            doubt("deadline.unknown-holidays", "这一年的放假安排还没有收录，只扣除了周末");
        }
        Some(_) if raw.ends_with("年前") || raw.ends_with("年之前") || raw.ends_with("年以前") => {
            doubt("deadline.before-year", "“某年前”按包含该年理解，也可能是指上一年年底");
        }
        _ => {}
    }
    doubts
}

#[cfg(test)]
mod tests {
    use super::super::{read, read_cell};
    use super::*;

    #[test]
    fn a_doubt_names_what_is_unsure() {
        let issued =
            |day: &str| DeadlineContext { issued: day.parse().ok(), year: Some(2023), ..DeadlineContext::default() };
        let check = |deadline: &Deadline, context: &DeadlineContext, expected: &[&str]| {
            let rules: Vec<&str> = doubts(deadline, context).iter().map(|doubt| doubt.rule).collect();
            assert_eq!(rules, expected, "{deadline:?}");
        };
        let known = issued("2023-03-31");
        check(&read_cell("6月底前", &known), &known, &[]);
        check(&read_cell("长期", &known), &known, &[]);
        check(&read_cell("", &known), &known, &[]);
        check(&read_cell("春节前", &known), &known, &["deadline.not-understood"]);
        check(&read_cell("2022年6月", &known), &known, &["deadline.before-issue"]);
        let unknown = DeadlineContext::default();
        check(&read_cell("6月底前", &unknown), &unknown, &["deadline.no-year"]);
        check(&read_cell("印发后1个月内", &unknown), &unknown, &["deadline.no-issue-date"]);
        let far = issued("2031-03-31");
        check(&read_cell("印发后20个工作日内", &far), &far, &["deadline.unknown-holidays"]);
        check(&read("2024年前完成整合提升工作。", &known), &known, &["deadline.before-year"]);
    }
}
