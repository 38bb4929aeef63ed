//! Rhythms in words, read and written. The words are grammar: a unit of time behind 每 or 按, a month of it, a day.

use super::{DueOn, Every, Rhythm};

/// What may stand between the unit and the day.
const BETWEEN: &[char] = &['的', '于', '在', ' ', '，', '、', '、'];

/// Units of time, the longer word first.
const UNITS: &[(&str, Every)] = &[
    ("双周", Every::TwoWeeks),
    ("双月", Every::TwoMonths),
    ("半年", Every::HalfYear),
    ("季度", Every::Quarter),
    ("季", Every::Quarter),
    ("年度", Every::Year),
    ("年", Every::Year),
    ("月度", Every::Month),
    ("月", Every::Month),
    ("星期", Every::Week),
    ("周", Every::Week),
];

impl Rhythm {
    /// The rhythm that a deadline states in its words (每月), with the day that the text states behind them
    /// (每月5日前报送) or elsewhere (按月通报。每月5日前报送); none for what cannot be computed with, 定期.
    pub fn of_deadline(raw: &str, text: &str) -> Option<Self> {
        let behind = text.find(raw).and_then(|at| text.get(at + raw.len()..)).unwrap_or_default();
        let stated = Self::read_with_day(&format!("{raw}{behind}")).or_else(|| Self::read_with_day(raw));
        if let Some((rhythm, true)) = stated {
            return Some(rhythm);
        }
        let in_text = || text.match_indices('每').filter_map(|(at, _)| Self::read_with_day(text.get(at..)?));
        let is_meant = |rhythm: &Self| stated.is_none_or(|(stated, _)| stated.every == rhythm.every);
        let dated = in_text().find(|(rhythm, is_dated)| *is_dated && is_meant(rhythm));
        dated.or(stated).or_else(|| in_text().next()).map(|(rhythm, _)| rhythm)
    }

    /// The rhythm that some words begin with: 每月10日前, 按季度, 每年6月底前, 每周五前.
    pub fn read(words: &str) -> Option<Self> {
        Self::read_with_day(words).map(|(rhythm, _)| rhythm)
    }

    /// The same, and whether the words name a day.
    fn read_with_day(words: &str) -> Option<(Self, bool)> {
        let words = words.trim();
        let marked = words.strip_prefix(['每', '按', '逐']);
        let (count, rest) = match marked.map(number) {
            Some((Some(count), rest)) => (count, rest.strip_prefix('个').unwrap_or(rest)),
            Some((None, rest)) => (1, rest.strip_prefix('个').unwrap_or(rest)),
            None => (1, words),
        };
        let (unit, every) = UNITS.iter().find(|(unit, _)| rest.starts_with(unit))?;
        let rest = rest.get(unit.len()..).unwrap_or_default();
        // 每周五, and 月底 alone is a time and no rhythm.
        if marked.is_none()
            && !(unit.ends_with('度') || rest.starts_with('报') || rest.starts_with("次月") || rest.is_empty())
        {
            return None;
        }
        let every = counted(*every, count)?;
        Some(due(every, rest.trim_start_matches('报')))
    }

    /// In words that are read as the same: 每月10日前.
    pub fn words(self) -> String {
        let Self { every, is_behind, month, due } = self;
        let (every_word, next) = match every {
            Every::Week => ("每周", "次周"),
            Every::TwoWeeks => ("每两周", "次周"),
            Every::Month => ("每月", "次月"),
            Every::TwoMonths => ("每两个月", "次期"),
            Every::Quarter => ("每季度", "次季度"),
            Every::HalfYear => ("每半年", "次半年"),
            Every::Year => ("每年", "次年"),
        };
        let next = if is_behind { format!("于{next}") } else { String::new() };
        let day = match (every.months(), due) {
            (None, DueOn::Day(day)) => {
                let day = usize::try_from(day.clamp(1, 7)).unwrap_or(7);
                WEEKDAYS.get(day - 1).map_or_else(String::new, ToString::to_string)
            }
            (None, DueOn::Last) => "日".to_owned(),
            (Some(_), DueOn::Day(day)) => format!("{day}日"),
            (Some(_), DueOn::Last) => "底".to_owned(),
        };
        let within = match every.months() {
            None if is_behind || every == Every::TwoWeeks => "周".to_owned(),
            None | Some(1) => String::new(),
            Some(12) => format!("{month}月"),
            Some(_) => format!("第{month}个月"),
        };
        format!("{every_word}{next}{within}{day}前")
    }
}

const WEEKDAYS: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];

fn counted(every: Every, count: u32) -> Option<Every> {
    match (every, count) {
        (every, 1) => Some(every),
        (Every::Week, 2) => Some(Every::TwoWeeks),
        (Every::Month, 2) => Some(Every::TwoMonths),
        (Every::Month, 3) => Some(Every::Quarter),
        (Every::Month, 6) | (Every::Quarter, 2) => Some(Every::HalfYear),
        (Every::Month, 12) => Some(Every::Year),
        _ => None,
    }
}

/// The day that stands behind the unit; the last of the period where none does, which is said beside it.
fn due(every: Every, behind: &str) -> (Rhythm, bool) {
    let whole = Rhythm::at_the_end_of(every);
    let rest = behind.trim_start_matches(BETWEEN);
    let (is_behind, rest) = next_period(rest);
    let rest = rest.trim_start_matches(BETWEEN);
    let Some(months) = every.months() else {
        let mut named = rest.trim_start_matches(['周', '的']).chars();
        let (named, behind) = (named.next(), named.next());
        // 每周一次 names no day.
        let named = named.filter(|_| !matches!(behind, Some('次' | '回' | '轮' | '期')));
        let day =
            named.map(|c| if c == '天' { '日' } else { c }).and_then(|c| WEEKDAYS.iter().position(|day| *day == c));
        let due = day.and_then(|day| u32::try_from(day + 1).ok()).map_or(DueOn::Last, DueOn::Day);
        let due = if due == DueOn::Day(7) { DueOn::Last } else { due };
        return (Rhythm { is_behind, due, ..whole }, day.is_some());
    };
    let (month, rest) = month_within(months, rest);
    // Behind the period the first month is meant, within it the last.
    let month_or = |month: Option<u32>| month.unwrap_or(if is_behind { 1 } else { months }).clamp(1, months);
    match day_of(rest) {
        Some(due) => (Rhythm { is_behind, month: month_or(month), due, ..whole }, true),
        None if month.is_some() => (Rhythm { is_behind, month: month_or(month), ..whole }, true),
        None if is_behind => (Rhythm { is_behind, month: 1, ..whole }, false),
        None => (whole, false),
    }
}

/// Whether what is due belongs to the period before: 次月, 结束后.
fn next_period(words: &str) -> (bool, &str) {
    const NEXT: &[&str] = &[
        "结束后",
        "终了后",
        "次半年",
        "次季度",
        "次季",
        "次期",
        "次月",
        "次周",
        "次年",
        "下半年度",
        "下季度",
        "下个月",
        "下月",
        "下周",
        "下一年",
    ];
    match NEXT.iter().find_map(|next| words.strip_prefix(next)) {
        Some(rest) => (true, rest),
        None => (false, words),
    }
}

/// Which month of the period is named: 首月, 末月, 第2个月, of a year 6月.
fn month_within(months: u32, words: &str) -> (Option<u32>, &str) {
    if let Some(rest) = words.strip_prefix("首月") {
        return (Some(1), rest);
    }
    if let Some(rest) = words.strip_prefix("末月").or_else(|| words.strip_prefix("最后一个月")) {
        return (Some(months), rest);
    }
    if let Some(rest) = words.strip_prefix('第')
        && let (Some(month), rest) = number(rest)
        && let Some(rest) = rest.strip_prefix("个月")
    {
        return (Some(month), rest);
    }
    if months == 12
        && let (Some(month), rest) = number(words)
        && let Some(rest) = rest.strip_prefix("月份").or_else(|| rest.strip_prefix('月'))
    {
        return (Some(month), rest);
    }
    (None, words)
}

/// The day of a month: 10日, 底, 上旬.
fn day_of(words: &str) -> Option<DueOn> {
    const NAMED: &[(&str, DueOn)] = &[
        ("上旬", DueOn::Day(10)),
        ("中旬", DueOn::Day(20)),
        ("下旬", DueOn::Last),
        ("月底", DueOn::Last),
        ("月末", DueOn::Last),
        ("年底", DueOn::Last),
        ("年末", DueOn::Last),
        ("底", DueOn::Last),
        ("末", DueOn::Last),
        ("初", DueOn::Day(5)),
    ];
    if let Some((_, due)) = NAMED.iter().find(|(word, _)| words.starts_with(word)) {
        return Some(*due);
    }
    let (day, rest) = number(words.trim_start_matches("前"));
    let day = day.filter(|day| (1..=31).contains(day))?;
    let is_day = ["日", "号", "个工作日内", "天内"].iter().any(|unit| rest.starts_with(unit));
    is_day.then_some(DueOn::Day(day))
}

/// A number at the beginning, in digits or in words up to ninety-nine, and what follows.
fn number(words: &str) -> (Option<u32>, &str) {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 {
        let (number, rest) = words.split_at(digits);
        return (number.parse().ok(), rest);
    }
    let value = |c: char| {
        let c = if c == '两' { '二' } else { c };
        DIGITS.iter().position(|digit| *digit == c).and_then(|at| u32::try_from(at).ok())
    };
    let mut rest = words.chars();
    let (mut total, mut found) = (0, false);
    loop {
        let before = rest.as_str();
        match rest.next() {
            Some('十') => total = total.max(1) * 10,
            Some(c) if value(c).is_some() => total += value(c).unwrap_or_default(),
            _ => return (found.then_some(total), if found { before } else { words }),
        }
        found = true;
    }
}
