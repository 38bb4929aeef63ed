//! What an expression of time names, and where it stands.

/// The year of an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// Written out.
    Given(i32),
    /// Not written: that of a time before it in the sentence, else the document's.
    Absent,
    /// The document's: 今年, 年内, 全年.
    Own,
    /// 明年: the year after the issue.
    Next,
    /// 次年: the year after the one spoken of, else after the issue.
    Following,
    /// 去年. Never a deadline.
    Last,
}

/// What an expression names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    /// 2022年6月15日
    Day(Year, u32, u32),
    /// 2022年6月
    Month(Year, u32),
    /// 11月中旬: month and last day.
    Part(Year, u32, u32),
    /// 三季度
    Quarter(Year, u32),
    /// 上半年, 下半年, 年中
    Half(Year, u32),
    /// 2025年, 年内, 全年
    Year(Year),
    /// “十四五”期间: its last year
    Plan(i32),
    /// 春节前, 中秋、国庆前: places in the list of feasts. Due the day before the first of them.
    Feast(Year, usize, usize),
    /// 汛期前: the day depends on the place.
    Season,
    /// 本周五, 下月底, 月底前: counted from the issue.
    Near(Near),
    /// 印发后20日内, 3个月内.
    Span(Span),
}

/// A day in the week, month or quarter of the issue, or so many later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Near {
    /// 今天, 明天: days ahead.
    Day(u32),
    /// Weeks ahead, and the day of the week from Monday = 0; 6 for the week itself.
    Week(i32, u32),
    /// Months ahead, and the day; 31 for the month itself.
    Month(i32, u32),
    /// Quarters ahead.
    Quarter(i32),
    /// The first days of the quarter so many ahead.
    QuarterBegins(i32),
    /// 周五前: the next such day of the week.
    NextWeekday(u32),
    /// 15日前: the next such day of a month.
    NextDay(u32),
}

/// From what a span counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// The issue of this document.
    Issue,
    /// Its arrival: 收到通知后.
    Receipt,
    /// Something else: 会后, 项目立项后.
    Event,
    /// Nothing is said.
    Unsaid,
}

/// How long after its start a time is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    WorkingDays(u32),
    Days(u32),
    Months(u32),
}

/// A time counted from something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: Start,
    pub(super) length: Length,
}

/// An expression of time and where it stands, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// First character.
    pub(super) from: usize,
    /// Behind the last character.
    pub(super) to: usize,
    /// What it names.
    pub(super) time: Time,
    /// Whether it is said to be the end of the period: 底, 末.
    pub(super) at_end: bool,
    /// Whether it is said to be a limit: 前, 内.
    pub(super) before: bool,
    /// Whether it is said to last: 期间, 2024—2025年.
    pub(super) during: bool,
    /// Whether it is the end of a range: 3月至7月.
    pub(super) range: bool,
    /// Whether it is a year as a period of reckoning: 2023年度.
    pub(super) reckoned: bool,
    /// Whether the year stands there only by 全年.
    pub(super) whole_year: bool,
    /// Whether it is written with points or strokes: 2025.6.30.
    pub(super) dotted: bool,
    /// Whether the words leave the day open: 6月初, 月中.
    pub(super) vague: bool,
}

impl Found {
    /// An expression of these characters, without words that close it.
    pub(super) fn new(from: usize, to: usize, time: Time) -> Self {
        Self {
            from,
            to,
            time,
            at_end: false,
            before: false,
            during: false,
            range: false,
            reckoned: false,
            whole_year: false,
            dotted: false,
            vague: false,
        }
    }
}

impl Time {
    /// The year it belongs to, where it belongs to one.
    pub(super) fn year(self) -> Option<Year> {
        match self {
            Self::Day(year, ..)
            | Self::Month(year, _)
            | Self::Part(year, ..)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::Year(year)
            | Self::Feast(year, ..) => Some(year),
            Self::Plan(_) | Self::Season | Self::Near(_) | Self::Span(_) => None,
        }
    }

    /// The same with another year.
    pub(super) fn with_year(self, year: Year) -> Self {
        match self {
            Self::Day(_, month, day) => Self::Day(year, month, day),
            Self::Month(_, month) => Self::Month(year, month),
            Self::Part(_, month, day) => Self::Part(year, month, day),
            Self::Quarter(_, quarter) => Self::Quarter(year, quarter),
            Self::Half(_, half) => Self::Half(year, half),
            Self::Year(_) => Self::Year(year),
            Self::Feast(_, first, second) => Self::Feast(year, first, second),
            Self::Plan(_) | Self::Season | Self::Near(_) | Self::Span(_) => self,
        }
    }

    /// Its last month in the year, where it has one.
    pub(super) fn month(self) -> Option<u32> {
        match self {
            Self::Day(_, month, _) | Self::Month(_, month) | Self::Part(_, month, _) => Some(month),
            Self::Quarter(_, quarter) => Some(quarter * 3),
            Self::Half(_, half) => Some(half * 6),
            Self::Year(_) | Self::Plan(_) => Some(12),
            Self::Feast(..) | Self::Season | Self::Near(_) | Self::Span(_) => None,
        }
    }
}
