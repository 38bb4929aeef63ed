//! A stated time: the cell of a table's time column, what stands behind a label, or the time inside a unit bracket.
//!
//! Whoever fills such a place means a deadline, so nothing has to be judged: every time in it counts, but for those that
//! are past, begin something or come back.

use domain::{ColumnField, Deadline, DeadlineKind};

use super::characters::{behind_range_mark, is_digit, is_numeral, starts_with};
use super::stated::{self, Stated};
use super::time::{Found, Time, Year};
use super::{DeadlineContext, Reading, rhythm, scan};
use crate::lexicon::tables::TIMES;
use crate::numerals::fold_digits;

/// The deadline in a stated time: 2022年6月; 6月底前; 2022.6; 长期; 每季度; 印发后1个月内.
pub fn read_cell(text: &str, context: &DeadlineContext) -> Deadline {
    let cell = fold_digits(text.trim());
    if cell.is_empty() {
        return Deadline::default();
    }
    let cell = cell.trim_end_matches(['。', '；', '，', '、', ';', ',']);
    let (mut deadline, _) = times(cell, context).finish();
    if deadline.raw.is_none() {
        deadline.kind = kind_without_day(cell);
    }
    deadline.raw = Some(text.trim().to_owned());
    deadline
}

/// What the place of a deadline reports where the task is done already: 已完成, 已于2023年5月办结.
pub fn reported_state(deadline: &Deadline) -> Option<ColumnField> {
    let raw = deadline.raw.as_deref().filter(|_| deadline.kind == DeadlineKind::None)?;
    let done = stated::is_done(&fold_digits(raw));
    done.then(|| ColumnField { heading: "完成情况".to_owned(), text: raw.to_owned() })
}

/// Whether words are nothing but a statement of time: 9月底前完成, 年内持续推进, 长期.
pub fn states_time(words: &str) -> bool {
    const LONGEST: usize = 24;
    let words = words.trim();
    if words.chars().count() > LONGEST {
        return false;
    }
    if rhythm::is_rhythm(words) || stated::is_whole(words) || is_eight_digits(words) {
        return true;
    }
    // 三年（2026—2028年）: how long, and in the bracket until when.
    let inner = words.strip_suffix(['）', ')']).and_then(|open| open.split_once(['（', '(']));
    if let Some((length, until)) = inner {
        let counted = length.strip_suffix('年').or_else(|| length.strip_suffix("个月"));
        return counted.is_some_and(|count| !count.is_empty() && count.chars().all(|c| is_digit(c) || is_numeral(c)))
            && states_time(until);
    }
    let chars: Vec<char> = words.chars().collect();
    let Some(found) = scan::scan(&chars, false).first().copied() else { return false };
    // Words before the time: 于, 在, 力争, 确保; behind it: 完成, 前完成并持续推进. Anything else is a sentence about something.
    let before: String = chars.iter().take(found.from).collect();
    let before = before.trim();
    let before = ["大约", "约", "大概"].iter().find_map(|about| before.strip_suffix(about)).unwrap_or(before);
    let before = before.trim_end_matches(['：', ':']);
    let bare = before.trim_end_matches(['于', '在', '到', '至', '止']);
    bare.is_empty()
        || ["from-now", "no-later", "opener"].iter().any(|topic| TIMES.is(topic, bare) || TIMES.is(topic, before))
        || matches!(bare, "截" | "截至" | "截止")
        || TIMES.is("time-label", bare)
        || bare == "完成时限"
}

/// 20261231: a day where a place for times holds nothing else.
fn is_eight_digits(words: &str) -> bool {
    let digits = fold_digits(words);
    let part = |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok());
    digits.len() == 8
        && digits.starts_with("20")
        && digits.bytes().all(|b| b.is_ascii_digit())
        && part(4..6).zip(part(6..8)).is_some_and(|(month, day)| (1..=12).contains(&month) && (1..=31).contains(&day))
}

/// Whether a stated time is a rhythm and no day: 每月20日报送, 定期.
pub fn states_rhythm(words: &str) -> bool {
    rhythm::is_rhythm(words.trim())
}

/// The times of a stated time.
pub(super) fn times(cell: &str, context: &DeadlineContext) -> Reading {
    let mut reading = Reading::default();
    // 一月一调度 names no January.
    if stated::is_done(cell) || cell.starts_with('一') && rhythm::is_rhythm(cell) {
        return reading;
    }
    let chars: Vec<char> = cell.chars().collect();
    let all = scan::scan(&chars, true);
    let context = &context.with_year_of(&all);
    for found in all {
        let found = reading.carry(&chars, found);
        if rhythm::governs(&chars, found.from) || found.time.year() == Some(Year::Last) {
            continue;
        }
        if names_event(&chars, &found) {
            reading.deadline(
                &chars,
                &Found { time: Time::Season, to: chars.len(), before: true, ..found },
                context,
                "",
            );
            continue;
        }
        if is_beginning(&chars, &found) {
            reading.spoken = Some(found);
            continue;
        }
        reading.deadline(&chars, &found, context, "");
    }
    reading
}

/// 2025年秋粮收购前: nothing but an event stands between a year and 前, and nobody knows its day.
fn names_event(text: &[char], found: &Found) -> bool {
    const LONGEST: usize = 10;
    let rest = text.get(found.to..).unwrap_or_default();
    let event = rest.strip_suffix(&['前']).or_else(|| rest.strip_suffix(&['之', '前'])).unwrap_or_default();
    matches!(found.time, Time::Year(_))
        && !found.before
        && !found.at_end
        && (2..=LONGEST).contains(&event.len())
        && event.iter().all(|c| c.is_alphabetic() && !is_numeral(*c))
}

/// 6月起, 2023年以来, 从9月开始.
fn is_beginning(text: &[char], found: &Found) -> bool {
    let begins = |word| starts_with(text, found.to, word);
    // 2023年6月-长期
    let endless = |at| ["长期", "持续", "常态"].into_iter().any(|word| starts_with(text, at, word));
    if behind_range_mark(text, found.to).is_some_and(endless) {
        return true;
    }
    !found.range
        && !found.before
        && (begins("起") && !begins("起草") || ["以来", "以后", "之后", "后", "开始", "之日起"].into_iter().any(begins))
}

/// The kind of a stated time in which no day was found.
fn kind_without_day(cell: &str) -> DeadlineKind {
    match stated::of_cell(cell) {
        Some(Stated::Done | Stated::Without) => DeadlineKind::None,
        Some(Stated::Ongoing) if !cell.starts_with('每') => DeadlineKind::Ongoing,
        _ if rhythm::is_rhythm(cell) || cell.contains('每') => DeadlineKind::Periodic,
        Some(stated) => stated.kind(),
        None => DeadlineKind::None,
    }
}
