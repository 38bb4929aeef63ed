//! Times counted from the issue of the document: 本方案印发后20日内, 自印发之日起一个月内.
//!
//! Handling times (3个工作日内办结) count from something else and are no deadlines.

use chrono::{Days, Months, NaiveDate};

use super::scan::skip_blanks;
use super::working_days;
use crate::numerals::{half_width, number};

/// A time counted from the issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relative {
    /// The words, from the document to 内.
    pub(super) raw: String,
    /// The last day, where the day of issue is known.
    pub(super) due: Option<NaiveDate>,
}

/// Acts of issuing, from which is counted.
const ACTS: &[&str] = &["印发", "发布", "公布", "下发", "出台", "发文", "施行", "实施"];

/// The last character of every time counted from the issue; few clauses have it.
const CLOSE: char = '内';

/// The first time counted from the issue of the document itself.
pub(super) fn find(text: &[char], issued: Option<NaiveDate>) -> Option<Relative> {
    if !text.contains(&CLOSE) {
        return None;
    }
    (0..text.len()).find_map(|at| ACTS.iter().find_map(|act| starting(text, at, act, issued)))
}

/// The time whose act of issuing begins at a character.
fn starting(text: &[char], at: usize, act: &str, issued: Option<NaiveDate>) -> Option<Relative> {
    if !super::scan::starts_with(text, at, act) {
        return None;
    }
    let mut next = at + act.chars().count();
    let start = own_document(text, at)?;
    let word = ["之日起", "之日后", "日起", "后的", "后", "起"]
        .into_iter()
        .find(|word| super::scan::starts_with(text, next, word))?;
    next += word.chars().count();
    next = skip_blanks(text, next);
    if matches!(text.get(next), Some('，' | ',' | '的')) {
        next = skip_blanks(text, next + 1);
    }
    if !text.get(next).is_some_and(|c| is_count(half_width(*c))) {
        next = behind_aside(text, next)?;
    }
    let digits: String = text.iter().skip(next).map(|c| half_width(*c)).take_while(|c| is_count(*c)).take(4).collect();
    let count = number(&digits)?;
    next = skip_blanks(text, next + digits.chars().count());
    let unit = ["个工作日", "工作日", "个自然日", "个月", "月", "日", "天", "周", "年", "个季度"]
        .into_iter()
        .find(|unit| super::scan::starts_with(text, next, unit))?;
    next += unit.chars().count();
    let close = ["之内", "以内", "内"].into_iter().find(|word| super::scan::starts_with(text, next, word))?;
    next += close.chars().count();
    let due = issued.and_then(|issued| add(issued, count, unit));
    Some(Relative { raw: text.get(start..next)?.iter().collect(), due })
}

/// Whether a character is part of a count.
fn is_count(c: char) -> bool {
    c.is_ascii_digit() || "一二两三四五六七八九十百".contains(c)
}

/// Where the count stands in 自公布之日起，省有关单位要在1个月内…: behind 在, in the same sentence and not far. Once the
/// document has come into force (起施行), what follows counts from something else.
fn behind_aside(text: &[char], from: usize) -> Option<usize> {
    const REACH: usize = 20;
    for at in from..(from + REACH).min(text.len()) {
        match text.get(at)? {
            '。' | '；' | '\n' | '施' | '执' => return None,
            '在' if text.get(at + 1).is_some_and(|c| is_count(half_width(*c))) => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// Where the words that name this very document begin, before the act: 本方案, 自, 文件, or nothing but a clause start.
fn own_document(text: &[char], act: usize) -> Option<usize> {
    let clause = (act.saturating_sub(40)..act)
        .rev()
        .find(|at| matches!(text.get(*at), Some('，' | '。' | '；' | '、' | '：' | ',' | ';' | '（' | '(')))
        .map_or(act.saturating_sub(40), |at| at + 1);
    let words: String = text.get(clause..act)?.iter().filter(|c| !c.is_whitespace()).collect();
    let bare = words.trim_start_matches(['自', '在', '于', '从', '应', '须', '要', '请', '并']);
    let itself = ["", "通知", "方案", "意见", "计划", "文件", "要点", "措施", "办法", "清单"];
    if itself.contains(&bare) {
        return Some(clause);
    }
    let own = text.get(clause..act)?.iter().rposition(|c| *c == '本')?;
    (act - (clause + own) <= 14).then_some(clause + own)
}

/// A day and a span after it.
fn add(from: NaiveDate, count: u32, unit: &str) -> Option<NaiveDate> {
    match unit {
        "个工作日" | "工作日" => working_days::after(from, count),
        "个月" | "月" => from.checked_add_months(Months::new(count.min(1200))),
        "个季度" => from.checked_add_months(Months::new(count.min(400) * 3)),
        "年" => from.checked_add_months(Months::new(count.min(100) * 12)),
        "周" => from.checked_add_days(Days::new(u64::from(count.min(5000)) * 7)),
        _ => from.checked_add_days(Days::new(u64::from(count.min(36_500)))),
    }
}
