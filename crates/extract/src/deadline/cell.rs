//! A stated time: the cell of a table's time column, or the time inside a unit bracket.
//!
//! Whoever fills such a place means a deadline, so nothing has to be judged: every time in it counts.

use domain::{Deadline, DeadlineKind};

use super::{DeadlineContext, Reading, relative, rhythm, scan};
use crate::numerals::fold_digits;

/// The deadline in a stated time: 2022年6月; 6月底前; 2022.6; 长期; 每季度; 印发后1个月内.
pub fn read_cell(text: &str, context: &DeadlineContext) -> Deadline {
    let folded = fold_digits(text.trim());
    let cell: String = spelled_out(&folded);
    if cell.is_empty() {
        return Deadline::default();
    }
    let stated = |kind| Deadline { raw: Some(text.trim().to_owned()), kind, ..Deadline::default() };
    if rhythm::is_rhythm(&cell) {
        return stated(DeadlineKind::Periodic);
    }
    let chars: Vec<char> = cell.chars().collect();
    let mut reading = Reading::default();
    for found in scan::scan(&chars) {
        reading.deadline(&chars, &found, context, "");
    }
    if let Some(relative) = relative::find(&chars, context.issued) {
        reading.relative(&relative);
    }
    let (mut deadline, _) = reading.finish();
    if deadline.kind == DeadlineKind::None {
        return if rhythm::is_endless(&cell) { stated(DeadlineKind::Ongoing) } else { stated(DeadlineKind::None) };
    }
    deadline.raw = Some(text.trim().to_owned());
    deadline
}

/// Whether words are nothing but a statement of time: 9月底前完成, 年内持续推进, 长期.
pub fn states_time(words: &str) -> bool {
    let words = words.trim();
    if words.chars().count() > 24 {
        return false;
    }
    let chars: Vec<char> = words.chars().collect();
    if rhythm::is_rhythm(words) || rhythm::is_endless(words) {
        return true;
    }
    let Some(found) = scan::scan(&chars).first().copied() else {
        return relative::find(&chars, None).is_some();
    };
    // Words before the time: 于, 在, 力争, 确保; behind it: 完成, 前完成并持续推进. Anything else is a sentence about something.
    let before: String = chars.iter().take(found.from).collect();
    let before = before.trim();
    before.is_empty()
        || ["于", "在", "到", "至", "力争", "确保", "力争到", "原则上", "计划", "完成时限", "时限"].contains(&before)
}

/// A cell with its numeric dates written as Chinese ones: 2022.6 → 2022年6月, 2022-06-30 → 2022年6月30日.
fn spelled_out(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len() + 8);
    let mut rest = cell;
    while let Some(c) = rest.chars().next() {
        let before_is_digit = out.ends_with(|c: char| c.is_ascii_digit());
        if c.is_ascii_digit()
            && !before_is_digit
            && let Some((words, behind)) = numeric_date(rest)
        {
            out.push_str(&words);
            rest = behind;
            continue;
        }
        out.push(c);
        rest = rest.get(c.len_utf8()..).unwrap_or("");
    }
    out
}

/// A date with points, strokes or hyphens at the start of a text, spelled out, and what follows it.
fn numeric_date(text: &str) -> Option<(String, &str)> {
    let (year, rest) = digits(text)?;
    if year.len() != 4 || !("1990"..="2099").contains(&year) {
        return None;
    }
    let rest = rest.strip_prefix(['.', '-', '/', '．'])?;
    let (month, rest) = digits(rest)?;
    if month.len() > 2 || !(1..=12).contains(&month.parse::<u32>().ok()?) || rest.starts_with('年') {
        return None;
    }
    let day = rest.strip_prefix(['.', '-', '/', '．']).and_then(digits).filter(|(day, _)| day.len() <= 2);
    match day {
        Some((day, rest)) => Some((format!("{year}年{month}月{day}日"), rest.strip_prefix('日').unwrap_or(rest))),
        None => Some((format!("{year}年{month}月"), rest.strip_prefix('月').unwrap_or(rest))),
    }
}

/// The digits at the start of a text and what follows them.
fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}
