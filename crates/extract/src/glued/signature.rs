//! The signature of a glued notice: the bodies that sign and the day, each of which was a line, and the title of the plan below.

use crate::head::compact::compact;
use crate::head::day::whole_day;
use crate::head::signature::is_body_name;
use crate::head::title::ends_like_title;
use crate::letters::letters;
use crate::numerals::is_han_numeral;
use crate::units::is_sure_unit;

/// A day takes at most so many characters, blanks between them included.
const LONGEST_DAY: usize = 24;
/// Names of those who sign reach back at most so many characters.
const LONGEST_NAMES: usize = 400;
/// One name is at most so many characters long.
const LONGEST_NAME: usize = 45;
/// A title that follows a day without a blank ends within so many characters.
const LONGEST_TITLE: usize = 60;

/// Where the names of those who sign begin, the day, and what stands behind it. A name stands apart: behind a blank, in front of a day with
/// nothing else behind it. 某局2021年9月17日印发的方案 is told of, and signs nothing.
pub(super) fn starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    for (at, day_sign) in text.match_indices('日') {
        let end = at + day_sign.len();
        let Some(day) = start_of_day(text, end) else { continue };
        let names = names_before(text, day);
        let Some(end) = end_of_signature(text, names.first().copied(), day, end) else { continue };
        starts.extend(names);
        if text.get(at + day_sign.len()..end).is_some_and(|note| !note.contains('印')) {
            starts.push(day);
        }
        let behind = text.get(end..).unwrap_or_default();
        let next = end + behind.len() - behind.trim_start().len();
        starts.push(next);
        starts.extend(end_of_title(text, day, next));
    }
    starts.retain(|at| *at > 0 && *at < text.len());
    starts
}

/// Where the day begins that ends at a byte: digits, 年, 月 and blanks before it.
fn start_of_day(text: &str, end: usize) -> Option<usize> {
    let before = text.get(..end)?;
    let belongs = |c: char| {
        c.is_ascii_digit() || is_han_numeral(c) || matches!(c, '年' | '月' | '日' | '○' | '〇') || c.is_whitespace()
    };
    let start = before.char_indices().rev().take(LONGEST_DAY).take_while(|(_, c)| belongs(*c)).last()?.0;
    let words = text.get(start..end)?;
    let start = start + words.len() - words.trim_start().len();
    whole_day(&compact(text.get(start..end)?)).map(|_| start)
}

/// Where each name of those who sign begins, in order; they stand between the last sentence and the day, parted by blanks.
fn names_before(text: &str, day: usize) -> Vec<usize> {
    let before = text.get(..day).unwrap_or_default();
    let stop = before.char_indices().rev().take(LONGEST_NAMES).find(|(_, c)| !c.is_whitespace() && !may_be_in_name(*c));
    let from = stop.map_or(0, |(at, c)| at + c.len_utf8());
    let mut names = Vec::new();
    let mut end = day;
    for word in text.get(from..day).unwrap_or_default().rsplit(char::is_whitespace) {
        let at = end - word.len();
        end = at.saturating_sub(1);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        if word.is_empty() {
            continue;
        }
        if word.chars().count() > LONGEST_NAME {
            break;
        }
        names.push((at, is_body_name(word) || is_sure_unit(word)));
    }
    // The tail of what stands above is no name: those who sign begin with one.
    while names.pop_if(|(_, is_name)| !*is_name).is_some() {}
    names.into_iter().rev().map(|(at, _)| at).collect()
}

fn may_be_in_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '（' | '）' | '(' | ')' | '·')
}

/// The byte behind a day that a signature ends with, the note that it was printed included; none where the words are a sentence's.
fn end_of_signature(text: &str, names: Option<usize>, day: usize, end: usize) -> Option<usize> {
    let behind = text.get(end..)?;
    let note = ["印发", "印"].iter().find(|note| behind.starts_with(**note)).map_or(0, |note| note.len());
    let rest = behind.get(note..)?;
    let is_apart = rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '（' | '('));
    let stands_apart = |at: usize| {
        let before = text.get(..at).unwrap_or_default();
        before.ends_with(char::is_whitespace) || before.is_empty()
    };
    match names {
        Some(at) if is_apart => {
            (stands_apart(at) || text.get(..at)?.ends_with(['。', '》', '）'])).then_some(end + note)
        }
        // The title of the plan may follow with nothing between.
        Some(at) => (stands_apart(at) && note == 0 && begins_with_title(behind)).then_some(end),
        None => {
            let before = text.get(..day)?;
            let alone = stands_apart(day) && before.trim_end().ends_with(['。', '）', ')']) && note == 0 && is_apart;
            (alone
                && !rest
                    .trim_start()
                    .starts_with(|c: char| c.is_ascii_digit() || matches!(c, '上' | '下' | '至' | '前')))
            .then_some(end)
        }
    }
}

/// Whether a text begins with the words of a title.
fn begins_with_title(text: &str) -> bool {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '，' | '。' | '：')).next().unwrap_or_default();
    words.char_indices().take(LONGEST_TITLE).any(|(at, c)| {
        let title = words.get(..at + c.len_utf8()).unwrap_or_default();
        title.chars().count() > 6 && ends_like_title(title)
    })
}

/// Where the words behind the title begin, if a title named above the day is printed again at a byte.
fn end_of_title(text: &str, day: usize, at: usize) -> Option<usize> {
    let above = text.get(..day)?;
    let rest = text.get(at..)?;
    crate::head::naming::cited_titles(above).into_iter().find_map(|title| {
        let mut wanted = letters(title).peekable();
        wanted.peek()?;
        for (place, c) in rest.char_indices() {
            let Some(next) = wanted.peek() else {
                let behind = rest.get(place..)?.trim_start_matches(|c: char| c.is_whitespace() || c == '》');
                return Some(at + rest.len() - behind.len());
            };
            if c == *next {
                wanted.next();
            } else if c.is_alphanumeric() {
                return None;
            }
        }
        None
    })
}
