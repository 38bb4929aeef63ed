//! Headings of a printed compilation: `3. 某市人民政府关于…的通知（2023 年5 月23 日）`.
//!
//! A heading takes one to a dozen lines, the number perhaps alone on the first, and may break anywhere, over a page
//! too. The day in brackets at its end, the run of the numbers within a chapter and what follows (document number,
//! address) tell it from the numbered clauses inside documents.

use super::entry::Entry;
use crate::head::addressee;
use crate::head::compact::is_longer;
use crate::head::day::day_in_closing_bracket;
use crate::head::number::document_number;
use crate::head::title::{self, ends_like_title};
use crate::letters::holds_sign;
use crate::outline::label::{self, Shape};

/// The most lines a heading takes.
const MOST_LINES: usize = 12;
/// So many numbers may be missing in a chapter before a heading needs better evidence than its number.
const MOST_MISSING: u32 = 5;

/// A heading found: where it stands among the entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Heading {
    /// First entry of the heading.
    pub(crate) start: usize,
    /// Entry behind the heading.
    pub(crate) end: usize,
    /// First entry of the names of part and chapter that stand directly above it.
    pub(crate) chapter: usize,
}

/// The headings of a compilation, in order; none when the source is no compilation.
pub(crate) fn headings(entries: &[Entry<'_>]) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let mut last = None;
    let mut at = 0;
    while at < entries.len() {
        let Some(candidate) = candidate_at(entries, at) else {
            at += 1;
            continue;
        };
        let chapter = chapter_above(entries, at, found.last().map_or(0, |heading| heading.end));
        if fits(&candidate, last, chapter < at) {
            found.push(Heading { start: at, end: candidate.end, chapter });
            last = Some(candidate.number);
            at = candidate.end;
        } else {
            at += 1;
        }
    }
    found
}

/// Lines that read like a heading, with what speaks for it.
struct Candidate {
    number: u32,
    end: usize,
    /// A day in brackets ends it.
    dated: bool,
    /// A document number or an address follows.
    addressed: bool,
}

/// Whether a candidate continues the run of headings.
fn fits(candidate: &Candidate, last: Option<u32>, below_chapter: bool) -> bool {
    let next = match last {
        None => below_chapter || candidate.number == 1,
        Some(last) => candidate.number == last + 1 || (candidate.number == 1 && below_chapter),
    };
    let near = last.is_none_or(|last| {
        candidate.number == 1 || (last < candidate.number && candidate.number <= last + MOST_MISSING)
    });
    if candidate.dated { next || (near && candidate.addressed) } else { next && candidate.addressed }
}

fn candidate_at(entries: &[Entry<'_>], at: usize) -> Option<Candidate> {
    let (number, first) = numbered(entries.get(at)?.text)?;
    let mut title = String::from(first);
    let mut end = at + 1;
    loop {
        if holds_sign(&title, &['。', '；', '：'])
            || is_longer(&title, title::MOST_CHARS + 20)
            || begins_like_clause(&title)
        {
            return None;
        }
        if let Some((_, open)) = day_in_closing_bracket(&title) {
            let words = title.get(..open).unwrap_or_default();
            return is_longer(words, 4).then(|| Candidate {
                number,
                end,
                dated: true,
                addressed: is_addressed(entries, end),
            });
        }
        // A heading without a day is only known by its words and by what follows at once.
        if ends_like_title(&title) && title.contains("关于") && document_follows(entries, end) {
            return Some(Candidate { number, end, dated: false, addressed: true });
        }
        if end - at >= MOST_LINES {
            return None;
        }
        let next = &entries.get(end)?.text;
        if numbered(next).is_some() {
            return None;
        }
        title.push_str(next);
        end += 1;
    }
}

/// The number that a line begins with, and the words behind it: `12.` or `3. 某市…`.
fn numbered(text: &str) -> Option<(u32, &str)> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let label = label::read(text).filter(|label| label.shape == Shape::Arabic && !label.glued)?;
    Some((label.number, text.get(label.length..)?))
}

/// Whether a title that is being put together already shows itself to be a clause.
fn begins_like_clause(title: &str) -> bool {
    title.starts_with(['（', '(', '，', '、']) || title.contains("（责任") || title.contains("（牵头")
}

/// Whether a document number stands directly below, or an address close by.
fn is_addressed(entries: &[Entry<'_>], end: usize) -> bool {
    entries
        .iter()
        .skip(end)
        .take(4)
        .any(|entry| document_number(entry.text).is_some() || addressee::is_addressee(entry.text))
}

fn document_follows(entries: &[Entry<'_>], end: usize) -> bool {
    entries.get(end).is_some_and(|entry| document_number(entry.text).is_some() || addressee::is_addressee(entry.text))
}

/// Where the names of part and chapter above a heading begin: 三、华东, （一）上海. The heading's own place when
/// there are none.
fn chapter_above(entries: &[Entry<'_>], at: usize, from: usize) -> usize {
    let mut start = at;
    while start > from && at - start < 3 && entries.get(start - 1).is_some_and(|entry| is_chapter_name(entry.text)) {
        start -= 1;
    }
    start
}

/// Whether a line is the name of a part or chapter: a label in Chinese numerals and a few words, no sentence.
fn is_chapter_name(text: &str) -> bool {
    if is_longer(text, 16) || text.ends_with(['。', '；', '：', '，']) {
        return false;
    }
    let label = if let Some(rest) = text.strip_prefix(['（', '(']) {
        rest.split(['）', ')']).next()
    } else if let Some(rest) = text.strip_prefix('第') {
        rest.split(['章', '编', '部', '篇']).next()
    } else {
        text.contains('、').then(|| text.split('、').next()).flatten()
    };
    label.is_some_and(|label| {
        !label.is_empty() && label.chars().all(|c| c == '十' || crate::numerals::chinese_digit(c).is_some())
    })
}
