//! The signature of a notice: who signs, and on which day.

use chrono::NaiveDate;

use super::Row;
use super::compact::{compact, is_longer};
use super::day::{day_at, whole_day};
use super::place::begins_with_place;
use super::signature::{bodies, is_body_name};
use super::title::ends_like_title;
use crate::lexicon::tables::{CLOSINGS, ISSUERS, LABELS};
use crate::units::is_sure_unit;

/// A signature found.
#[derive(Debug, Default)]
pub(crate) struct Signed {
    /// Who signs, in order.
    pub(crate) bodies: Vec<String>,
    /// The day below.
    pub(crate) day: Option<NaiveDate>,
    /// Its rows.
    pub(crate) rows: Vec<usize>,
}

/// So many rows from the beginning may hold the signature of a notice that issues a plan.
const FIRST_ROWS: usize = 80;
/// So many rows at the end may hold the signature of a notice with its own content.
const LAST_ROWS: usize = 40;
/// The most lines that signatures take.
const MOST_LINES: usize = 30;

/// The signature of a document: the one below the notice that issues a plan, else the one at the end.
pub(crate) fn signature(rows: &[Row<'_>], from: usize) -> Signed {
    let first = from..rows.len().min(from + FIRST_ROWS);
    let last = rows.len().saturating_sub(LAST_ROWS).max(first.end)..rows.len();
    let mut dated = Signed::default();
    for at in first.chain(last.rev()) {
        let Some(found) = dated_signature(rows, at, from) else { continue };
        if !found.bodies.is_empty() {
            return found;
        }
        if dated.day.is_none() {
            dated = found;
        }
    }
    if dated.day.is_none() {
        return imprint(rows, from).or_else(|| run_on(rows)).or_else(|| undated_signature(rows, from)).unwrap_or(dated);
    }
    dated
}

/// The signature whose day stands on this row.
fn dated_signature(rows: &[Row<'_>], at: usize, from: usize) -> Option<Signed> {
    let text = rows.get(at)?.text;
    // 2024-06-30 stands in cells; signatures are dated in words, but for the last line of all.
    let in_words = text.contains('年') || at + 3 >= rows.len();
    // 完成时限： above is a label that waits for this day.
    let answers_label =
        at.checked_sub(1).and_then(|above| rows.get(above)).is_some_and(|row| row.text.ends_with(['：', ':']));
    if let Some(day) = whole_day(text).filter(|_| in_words && !answers_label) {
        let above = lines_above(rows, at, from);
        return Some(signed(rows, above..at, Some(day), at));
    }
    let (name, day) = body_and_day(text)?;
    let printed = rows.get(at)?.printed;
    let beside = beside_one_another(printed.get(..printed.find(|c: char| c.is_ascii_digit())?)?);
    Some(Signed { bodies: beside.unwrap_or_else(|| bodies(&[name])), day: Some(day), rows: vec![at] })
}

/// Body and day on one line: 某市人民政府2022年1月27日, 某市司法局（盖章）二〇二二年一月二十七日.
pub(super) fn body_and_day(text: &str) -> Option<(&str, NaiveDate)> {
    name_and_day(text).filter(|(name, _)| is_body_name(name))
}

/// Whatever signs, and the day behind it.
fn name_and_day(text: &str) -> Option<(&str, NaiveDate)> {
    if is_longer(text, 60) || !text.ends_with('日') {
        return None;
    }
    let (place, day) = text.match_indices(['2', '二', '1', '一']).find_map(|(place, _)| {
        let (day, taken) = day_at(text.get(place..)?)?;
        (place + taken == text.len()).then_some((place, day))
    })?;
    Some((without_seal(text.get(..place)?), day))
}

/// The person who signs and the day: 县长王某2025年3月12日.
fn person_and_day(text: &str) -> Option<NaiveDate> {
    const LONGEST: usize = 10;
    let (name, day) = name_and_day(text)?;
    (LABELS.begins("title", name) && !is_longer(name, LONGEST)).then_some(day)
}

/// The imprint at the end of a text that nobody signs: 某市水利局办公室 2022年5月23日印. The body may stand on the line above.
fn imprint(rows: &[Row<'_>], from: usize) -> Option<Signed> {
    const NEAR_END: usize = 4;
    let last = rows.len().saturating_sub(NEAR_END).max(from)..rows.len();
    last.rev().find_map(|at| {
        let text = rows.get(at)?.text;
        let dated = text.strip_suffix("印发").or_else(|| text.strip_suffix('印'))?;
        if let Some((name, day)) = body_and_day(dated) {
            return Some(Signed { bodies: bodies(&[name]), day: Some(day), rows: vec![at] });
        }
        let day = Some(whole_day(dated)?);
        let above = at.checked_sub(1).filter(|above| *above >= from);
        let body = above.and_then(|above| Some((above, rows.get(above)?.text))).filter(|(_, text)| is_body_name(text));
        Some(match body {
            Some((above, name)) => Signed { bodies: bodies(&[name]), day, rows: vec![above, at] },
            None => Signed { bodies: Vec::new(), day, rows: vec![at] },
        })
    })
}

/// The signature that stands in the same line behind the last sentence: …组织实施。某省人民政府办公厅 2020年2月28日（此件公开发布）. That of an
/// order stands above the title of what it makes known.
fn run_on(rows: &[Row<'_>]) -> Option<Signed> {
    rows.iter().find_map(|row| {
        let text = row.text.trim_end();
        let note = text.strip_suffix(['）', ')']).and_then(|inner| inner.rsplit_once(['（', '(']));
        let text = note.filter(|(_, note)| note.contains("公开")).map_or(text, |(front, _)| front);
        let (before, tail) = text.rsplit_once('。')?;
        if before.is_empty() {
            return None;
        }
        let (bodies, day) = match body_and_day(tail) {
            Some((name, day)) => (bodies(&[name]), day),
            None => (Vec::new(), whole_day(tail).or_else(|| person_and_day(tail))?),
        };
        Some(Signed { bodies, day: Some(day), rows: Vec::new() })
    })
}

/// A name without the note that it is sealed: 某市司法局（盖章）.
fn without_seal(name: &str) -> &str {
    ISSUERS.before_suffix("seal", name).unwrap_or(name)
}

/// The first row of the names above a day.
fn lines_above(rows: &[Row<'_>], at: usize, from: usize) -> usize {
    let mut start = at;
    let at_table = |start: usize| rows.get(start).is_some_and(|row| row.after_table);
    // Above the whole name of a body only other names stand; the tail of a table or a text does not.
    let is_whole =
        |start: usize| rows.get(start).is_some_and(|row| is_body_name(row.text) && begins_with_place(row.text));
    let is_name = |start: usize| rows.get(start).is_some_and(|row| is_body_name(row.text));
    while start > from
        && at - start < MOST_LINES
        && !at_table(start)
        && (start == at || !is_whole(start) || is_name(start - 1))
        && rows.get(start - 1).is_some_and(|row| may_be_name_line(row.text))
    {
        start -= 1;
    }
    // The tail of the text above is no name: the first line must begin one that ends with the lines read.
    while start < at && !begins_name(rows, start, at) {
        start += 1;
    }
    start
}

/// Whether the lines from here are names of bodies and not the tail of a paragraph.
fn begins_name(rows: &[Row<'_>], start: usize, at: usize) -> bool {
    let mut name = String::new();
    for row in rows.get(start..at).unwrap_or_default() {
        name.push_str(without_seal(row.text));
        if is_body_name(&name) || is_longer(&name, 45) {
            break;
        }
    }
    is_body_name(&name) || super::signature::split_run(&name).iter().all(|part| is_body_name(part))
}

fn may_be_name_line(text: &str) -> bool {
    !is_longer(text, 50)
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '（' | '）' | '(' | ')' | '、' | '·'))
        && whole_day(text).is_none()
        && !text.contains("附件")
        // The last of a list of annexes: 某任务汇总表.
        && (!ends_like_title(text) || is_body_name(text))
        // A time in a cell of a table: 2024年5月底.
        && !(text.contains(['年', '月']) && text.contains(|c: char| c.is_ascii_digit()))
}

fn signed(rows: &[Row<'_>], names: std::ops::Range<usize>, day: Option<NaiveDate>, last: usize) -> Signed {
    let (mut lines, mut apart): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
    for row in rows.get(names.clone()).unwrap_or_default() {
        match beside_one_another(row.printed) {
            Some(names) => apart.extend(names),
            None => lines.push(without_seal(without_formula(row.text))),
        }
    }
    let mut bodies = bodies(&lines);
    bodies.retain(|name| is_body_name(name));
    // 保卫科、办公室: bodies listed on one line.
    bodies = bodies.into_iter().flat_map(|name| offices(&name).unwrap_or_else(|| vec![name])).collect();
    bodies.extend(apart);
    if bodies.is_empty()
        && let Some((row, offices)) = last.checked_sub(1).and_then(|row| Some((row, offices(rows.get(row)?.text)?)))
    {
        return Signed { bodies: offices, day, rows: vec![row, last] };
    }
    Signed { bodies, day, rows: names.chain([last]).collect() }
}

/// The offices of a house that sign without its name: 人事处, 综治办、保卫处.
fn offices(line: &str) -> Option<Vec<String>> {
    const LONGEST: usize = 16;
    let names: Vec<String> = without_seal(without_formula(line)).split('、').map(str::to_owned).collect();
    let is_office = |name: &String| !is_longer(name, LONGEST) && is_sure_unit(name) && !name.starts_with(['各', '全']);
    names.iter().all(is_office).then_some(names)
}

/// Bodies beside one another, parted by blanks: 财政部 国家税务总局. The letters of one name may be spaced, too.
fn beside_one_another(printed: &str) -> Option<Vec<String>> {
    let words: Vec<String> = printed.split_whitespace().map(|word| compact(without_seal(word)).into_owned()).collect();
    let is_body = |word: &String| is_body_name(word) || is_sure_unit(word);
    (words.len() > 1 && words.iter().all(is_body)).then_some(words)
}

/// A name without the closing formula that stands in front of it: 特此通知教务处.
fn without_formula(name: &str) -> &str {
    CLOSINGS.behind_prefix("formula", name).unwrap_or(name)
}

/// The name of a body that stands alone on one of the last rows.
fn undated_signature(rows: &[Row<'_>], from: usize) -> Option<Signed> {
    let at = (from.max(rows.len().saturating_sub(4))..rows.len()).rev().find(|at| {
        rows.get(*at).is_some_and(|row| is_body_name(row.text) && super::place::begins_with_place(row.text))
    })?;
    let bodies = bodies(&[rows.get(at)?.text]);
    Some(Signed { bodies, day: None, rows: vec![at] })
}
