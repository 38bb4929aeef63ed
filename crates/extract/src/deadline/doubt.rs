//! What a person should look at in a deadline.

use chrono::Datelike;
use domain::{Deadline, DeadlineKind, Doubt, Field};

use super::stated::{self, Stated};
use super::time::{Found, Near, Start, Time, Year};
use super::year_elsewhere::{DEADLINE_NO_YEAR, DEADLINE_YEAR_ELSEWHERE};
use super::{DeadlineContext, YearSource, calendar, cell, named, working_days};
use crate::numerals::fold_digits;

rules! {
    DEADLINE_BEFORE_ISSUE = "deadline.before-issue", "时限早于印发日期", chance 10;
    DEADLINE_BEFORE_YEAR = "deadline.before-year", "“某年前”有两种理解", chance 10;
    DEADLINE_DEPENDS_ON_PLACE = "deadline.depends-on-place", "汛期、供暖季等因地而异，读不出日期";
    DEADLINE_FEAST_YEAR = "deadline.feast-year", "节日没有写年份";
    DEADLINE_FROM_EVENT = "deadline.from-event", "从另一件事起算，推算不出日期";
    DEADLINE_FROM_RECEIPT = "deadline.from-receipt", "从收到通知之日起算";
    DEADLINE_NO_SUCH_DAY = "deadline.no-such-day", "没有这一天";
    DEADLINE_NEXT_SUCH_DAY = "deadline.next-such-day", "没有写年月，按印发后最近的一个理解";
    DEADLINE_NEXT_YEAR = "deadline.next-year", "没有写年份，该月早已过去，按次年理解";
    DEADLINE_START_UNSAID = "deadline.start-unsaid", "没有写从哪一天起算";
    DEADLINE_VAGUE_DAY = "deadline.vague-day", "没有写明哪一天";
    DEADLINE_TITLE_YEAR = "deadline.title-year", "标题写的年份与印发的年份不同";
    DEADLINE_WHICH_FEAST = "deadline.which-feast", "没有写明哪两个节日";
    DEADLINE_NO_ISSUE_DATE = "deadline.no-issue-date", "没有印发日期，推算不出时限", chance 10;
    DEADLINE_NOT_UNDERSTOOD = "deadline.not-understood", "时限一栏的文字不是能识别的时间";
    DEADLINE_UNKNOWN_HOLIDAYS = "deadline.unknown-holidays", "这一年的放假安排没有收录";
}

/// Why the day of a time is not sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unsure {
    /// Counted from the arrival of the notice.
    Receipt,
    /// Nothing says from when it counts.
    StartUnsaid,
    /// Counted from something else.
    Event,
    /// Counted from the issue, which is not known.
    NeedsIssue,
    /// The year after the issue was taken.
    NextYear,
    /// The year was taken from other words of the document.
    YearElsewhere,
    /// The title names another year than that of the issue, which was taken.
    BesideTitle,
    /// The title names the year after the issue, and the time could be of the year of issue as well.
    TitleOfNextYear,
    /// 月初, 月中, 年初 name no day.
    VagueDay,
    /// 周五前, 月底前: the next after the issue was taken.
    NextSuchDay,
    /// The year of a feast.
    FeastYear,
    /// 双节: two feasts.
    WhichFeast,
    /// 汛期前.
    Place,
}

impl Unsure {
    /// Why the day of an expression is not sure.
    pub(super) fn of(found: &Found, raw: &str, context: &DeadlineContext) -> Option<Self> {
        let absent = found.time.year() == Some(Year::Absent);
        match found.time {
            Time::Season => Some(Self::Place),
            Time::Span(span) if span.start == Start::Event => Some(Self::Event),
            Time::Span(_) | Time::Near(_) if context.issued.is_none() => Some(Self::NeedsIssue),
            Time::Span(span) if span.start == Start::Receipt => Some(Self::Receipt),
            Time::Span(span) if span.start == Start::Unsaid => Some(Self::StartUnsaid),
            Time::Near(Near::NextWeekday(_) | Near::NextDay(_)) => Some(Self::NextSuchDay),
            Time::Near(Near::Quarter(_)) if found.vague => Some(Self::NextSuchDay),
            _ if found.vague => Some(Self::VagueDay),
            Time::Feast(..) if named::is_ambiguous(raw) => Some(Self::WhichFeast),
            Time::Feast(Year::Absent, ..) => {
                let day = calendar::last_day(found.time, context)?;
                (context.issued.is_none() || Some(day.year()) != context.year).then_some(Self::FeastYear)
            }
            _ if calendar::is_moved_on(found.time, context) => Some(Self::NextYear),
            _ if absent && context.year.is_some() && context.year_source == YearSource::Elsewhere => {
                Some(Self::YearElsewhere)
            }
            _ if (absent || found.time.year() == Some(Year::Own)) && context.year_source == YearSource::BesideTitle => {
                Some(Self::BesideTitle)
            }
            _ if absent && is_open_before_title_year(found.time, context) => Some(Self::TitleOfNextYear),
            _ => None,
        }
    }

    /// Name of the doubt and what else the words could mean.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Receipt => (DEADLINE_FROM_RECEIPT, "从收到通知之日起算，这里按印发日期推算，实际期限可能晚几天"),
            Self::StartUnsaid => (DEADLINE_START_UNSAID, "没有写从哪一天起算，这里按印发日期推算"),
            Self::Event => (DEADLINE_FROM_EVENT, "从另一件事起算，推算不出日期，请对照原文确定"),
            Self::NeedsIssue => (DEADLINE_NO_ISSUE_DATE, "按印发日推算，但没有读到印发日期，请对照原文确定"),
            Self::NextYear => (DEADLINE_NEXT_YEAR, "没有写年份，该月在印发前早已过去，按次年理解"),
            Self::YearElsewhere => (DEADLINE_YEAR_ELSEWHERE, "没有写年份，也没有读到文件的年份，年份取自文件别处"),
            Self::BesideTitle => (
                DEADLINE_TITLE_YEAR,
                "没有写年份，标题里的年份与印发年份不同，这里按印发年份理解，也可能是指标题里的年份",
            ),
            Self::TitleOfNextYear => {
                (DEADLINE_TITLE_YEAR, "没有写年份，按标题里的年份（印发的次年）理解，也可能是指印发当年")
            }
            Self::VagueDay => (DEADLINE_VAGUE_DAY, "没有写明哪一天，请对照原文确定"),
            Self::NextSuchDay => (DEADLINE_NEXT_SUCH_DAY, "没有写年月，按印发后最近的一个理解"),
            Self::FeastYear => (DEADLINE_FEAST_YEAR, "没有写年份，按印发后的第一个该节日理解"),
            Self::WhichFeast => (DEADLINE_WHICH_FEAST, "没有写明哪两个节日，按中秋、国庆中较早的一个理解"),
            Self::Place => (DEADLINE_DEPENDS_ON_PLACE, "时间因地而异，读不出日期，请按当地安排确定"),
        }
    }
}

/// Whether a time without a year in a document issued in the year before that of its title could as well be of the year of issue: 12月25日前 in
/// a notice of December about the feasts of the next year.
fn is_open_before_title_year(time: Time, context: &DeadlineContext) -> bool {
    let issued = context.issued.filter(|issued| context.year == Some(issued.year() + 1));
    issued.filter(|_| context.year_source == YearSource::Title).is_some_and(|issued| {
        calendar::last_day(time.with_year(Year::Given(issued.year())), context).is_some_and(|day| day >= issued)
    })
}

/// What is not sure about a deadline read in a document.
pub fn doubts(deadline: &Deadline, context: &DeadlineContext) -> Vec<Doubt> {
    let Some(raw) = deadline.raw.as_deref() else { return Vec::new() };
    let raw = raw.trim_end_matches(['。', '；', '，', '、', ';', ',']);
    let mut doubts = Vec::new();
    let mut doubt = |(rule, alternative): (&'static str, &str)| {
        doubts.push(Doubt::new(Field::Deadline, rule, raw.to_owned(), alternative.to_owned()));
    };
    let dated = matches!(
        deadline.kind,
        DeadlineKind::Date | DeadlineKind::Month | DeadlineKind::Quarter | DeadlineKind::Year | DeadlineKind::Relative
    );
    let folded = fold_digits(raw);
    let read = cell::times(&folded, context);
    // The year that the text gives to another time before.
    let elsewhere = deadline.due.is_some() && context.year.is_none() && read.is_undated();
    let unsure = read.unsure(deadline.due).or(elsewhere.then_some(Unsure::YearElsewhere));
    if let Some(unsure) = unsure {
        doubt(unsure.words());
    }
    match deadline.due {
        None if unsure.is_some() => {}
        None if dated && names_no_day(&folded) => {
            doubt((DEADLINE_NO_SUCH_DAY, "日历上没有这一天，可能有笔误，请对照原文确定"));
        }
        None if dated => {
            doubt((DEADLINE_NO_YEAR, "没有写年份，文件的年份也没有读到，请对照原文确定"));
        }
        None if deadline.kind == DeadlineKind::None => match stated::of_cell(&folded) {
            Some(Stated::Without | Stated::Done) => {}
            Some(Stated::Vague) => doubt(Unsure::VagueDay.words()),
            _ => doubt((DEADLINE_NOT_UNDERSTOOD, "时限一栏有文字，但不是能识别的时间")),
        },
        Some(due) if context.issued.is_some_and(|issued| due < issued) => {
            doubt((DEADLINE_BEFORE_ISSUE, "时限早于印发日期，可能是引用的旧时间，或年份有误"));
        }
        Some(due) if raw.contains("工作日") && !working_days::knows(due.year()) => {
            doubt((DEADLINE_UNKNOWN_HOLIDAYS, "这一年的放假安排还没有收录，只扣除了周末"));
        }
        Some(_) if ["年前", "年之前", "年以前"].iter().any(|end| raw.ends_with(end)) => {
            doubt((DEADLINE_BEFORE_YEAR, "“某年前”按包含该年理解，也可能是指上一年年底"));
        }
        _ => {}
    }
    doubts
}

/// Whether a time names a day that its month does not have: 2月30日, 9月31日前.
fn names_no_day(time: &str) -> bool {
    time.match_indices('月').any(|(at, month_sign)| {
        let before = time.get(..at).unwrap_or_default();
        let month = before.get(before.trim_end_matches(|c: char| c.is_ascii_digit()).len()..).unwrap_or_default();
        let behind = time.get(at + month_sign.len()..).unwrap_or_default();
        let day = behind
            .get(..behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len())
            .unwrap_or_default();
        // 29 February is a day of some year.
        let is_day = |month, day| chrono::NaiveDate::from_ymd_opt(2000, month, day).is_some();
        matches!((month.parse(), day.parse()), (Ok(month), Ok(day)) if !is_day(month, day))
    })
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
        check(&read_cell("立行立改", &known), &known, &[]);
        check(&read_cell("适时", &known), &known, &[]);
        check(&read_cell("已完成", &known), &known, &[]);
        check(&read_cell("", &known), &known, &[]);
        check(&read_cell("国庆前", &known), &known, &[]);
        check(&read_cell("春节前", &known), &known, &["deadline.feast-year"]);
        check(&read_cell("双节前", &known), &known, &["deadline.which-feast"]);
        check(&read_cell("汛期前", &known), &known, &["deadline.depends-on-place"]);
        check(&read_cell("2月30日", &known), &known, &["deadline.no-such-day"]);
        check(&read_cell("2023年9月31日前", &known), &known, &["deadline.no-such-day"]);
        check(&read_cell("收到通知后5个工作日内", &known), &known, &["deadline.from-receipt"]);
        check(&read_cell("3个月内", &known), &known, &["deadline.start-unsaid"]);
        check(&read_cell("项目立项后3个月内", &known), &known, &["deadline.from-event"]);
        check(&read_cell("月底前", &known), &known, &["deadline.next-such-day"]);
        check(&read_cell("周五下班前", &known), &known, &["deadline.next-such-day"]);
        check(&read_cell("6月初", &known), &known, &["deadline.vague-day"]);
        check(&read_cell("2024年初", &known), &known, &["deadline.vague-day"]);
        check(&read_cell("尽快完成", &known), &known, &["deadline.vague-day"]);
        check(&read_cell("与省里衔接", &known), &known, &["deadline.not-understood"]);
        check(&read_cell("2022年6月", &known), &known, &["deadline.before-issue"]);
        let unknown = DeadlineContext::default();
        check(&read_cell("6月底前", &unknown), &unknown, &["deadline.no-year"]);
        check(&read_cell("印发后1个月内", &unknown), &unknown, &["deadline.no-issue-date"]);
        check(&read_cell("下月底前", &unknown), &unknown, &["deadline.no-issue-date"]);
        let winter = issued("2023-11-20");
        check(&read_cell("3月底前", &winter), &winter, &["deadline.next-year"]);
        check(&read_cell("10月底前", &winter), &winter, &["deadline.before-issue"]);
        let far = issued("2031-03-31");
        check(&read_cell("印发后20个工作日内", &far), &far, &["deadline.unknown-holidays"]);
        check(&read("2024年前完成整合提升工作。", &known), &known, &["deadline.before-year"]);
    }
}
