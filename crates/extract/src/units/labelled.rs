//! Where labels stand in a text, and the words behind each.

mod glued;

use super::body::looks_like_unit;
use super::label::{LONGEST_LABEL, LabelKind, ReadLabel, may_begin_bare_label, may_end_label, read_label};
use super::list::split_list;
use super::people::{may_be_person, split_people};
use crate::bracket_shapes::{self, Side};
use crate::deadline::states_time;
use crate::head::compact::first_chars;
use crate::letters::{is_letter_or_digit, signs};

/// A label that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Labelled {
    /// What it is.
    pub(crate) label: ReadLabel,
    /// The label as printed, without brackets and colon.
    pub(crate) printed: String,
    /// First byte of the label, a bracket before it included.
    pub(crate) start: usize,
    /// First byte of the words behind it.
    pub(crate) words: usize,
}

/// Where labels are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    /// Inside a bracket: roles without a noun are labels (牵头：A；配合：B), and so is every short word before a colon.
    Bracket,
    /// In running text: only whole labels, unless units stand behind them.
    Text,
}

/// Whether digits stand on both sides of a mark.
pub(super) fn is_between_digits(text: &str, at: usize, behind: usize) -> bool {
    let before = text.get(..at).and_then(|words| words.chars().next_back());
    let after = text.get(behind..).and_then(|words| words.chars().next());
    before.zip(after).is_some_and(|(before, after)| before.is_ascii_digit() && after.is_ascii_digit())
}

/// The labels of a text, in order. `line_starts` are the bytes at which its lines begin.
pub(crate) fn labels(text: &str, line_starts: &[usize], within: Within) -> Vec<Labelled> {
    let mut found: Vec<Labelled> = Vec::new();
    let mut open: Option<usize> = None;
    let shapes = bracket_shapes::shapes();
    for (at, c) in signs(text) {
        let behind = at + c.len_utf8();
        match c {
            // 17：30 is an hour.
            c if is_colon(c) && is_between_digits(text, at, behind) => {}
            c if is_colon(c) => {
                if found.last().is_some_and(|last| last.words > at) {
                    // 【责任单位】： has been found by its bracket.
                    if let Some(last) = found.last_mut().filter(|last| last.words == at) {
                        last.words = behind;
                    }
                    continue;
                }
                let from = found.last().map_or(0, |last| last.words);
                found.extend(before_colon(text, from, at, behind, line_starts, within));
            }
            c => match shapes.of_label(c) {
                Some(Side::Opens) => open = Some(at),
                Some(Side::Closes) => {
                    let label = open.take().and_then(|start| in_brackets(text, start, at, behind, line_starts));
                    let follows = |label: &Labelled| found.last().is_none_or(|last| last.words <= label.start);
                    let label = label.filter(follows);
                    found.extend(label);
                }
                None => {}
            },
        }
    }
    add_without_colon(text, line_starts, within, &mut found);
    found.iter_mut().for_each(|label| take_marks(text, label));
    found
}

fn is_colon(c: char) -> bool {
    matches!(c, '：' | ':')
}

/// Whether words begin with a label of units, people who answer, or a time.
pub(crate) fn begins_with_label(words: &str) -> bool {
    const REACH: usize = 20;
    let words = words.trim_start();
    let near = first_chars(words, REACH);
    // Most brackets hold neither a colon nor another bracket, and begin otherwise.
    let shapes = bracket_shapes::shapes();
    let may_hold_label = signs(near).any(|(_, c)| is_colon(c) || shapes.of_label(c) == Some(Side::Closes));
    if !may_hold_label && !may_begin_bare_label(near.trim_start_matches(is_mark)) {
        return false;
    }
    let first = labels(near, &[0], Within::Text).into_iter().next();
    first.is_some_and(|label| label.start == 0 && label.label.complete && is_core_label(label.label.kind))
}

/// Whether a label makes a statement: one of units, people who answer, or a time.
pub(crate) fn is_core_label(kind: LabelKind) -> bool {
    kind.names_units() || matches!(kind, LabelKind::Time | LabelKind::Leader | LabelKind::Responsible)
}

/// The label that ends at a colon. It begins behind a separator, or right behind the words of the label before it.
fn before_colon(
    text: &str,
    from: usize,
    colon: usize,
    behind: usize,
    line_starts: &[usize],
    within: Within,
) -> Option<Labelled> {
    let before = text.get(from..colon)?;
    let trimmed = before.trim_end();
    // Most colons stand behind other words, and the last character tells.
    let may_be_label = trimmed.chars().next_back().is_some_and(may_end_label);
    if !may_be_label && within == Within::Text {
        return None;
    }
    let end = from + trimmed.len();
    let is_first = from == 0;
    let (mut at_break, mut glued): (Option<Labelled>, Option<Labelled>) = (None, None);
    let mut first_break = None;
    let make = |start: usize, label: ReadLabel| {
        let printed = text.get(start..end).unwrap_or_default().trim().to_owned();
        Labelled { label, printed, start, words: behind }
    };
    for (offset, c) in trimmed.char_indices().rev().take(LONGEST_LABEL + 2) {
        if matches!(c, '。' | '；' | ';' | '！' | '？' | '：' | ':' | '\n' | '》' | '“') {
            break;
        }
        let start = from + offset;
        let is_break = begins_here(text, start, line_starts);
        if is_break && !is_inner(c) {
            first_break = Some(start);
        }
        // Longer words are read only where a label of them could be taken.
        let may_be_glued = trimmed.len() - offset > "领导".len() && (glued.is_none() || !is_first);
        let words = text.get(start..end).filter(|_| may_be_label && (is_break || may_be_glued));
        let Some(label) = words.and_then(read_label) else { continue };
        if is_break {
            at_break = Some(make(start, label));
        } else if label.complete && label.clear && !matches!(label.kind, LabelKind::Field | LabelKind::Text) {
            glued = Some(make(start, label));
        }
        // Behind the words of another label nothing is known of what stands before.
        if line_starts.binary_search(&start).is_ok() {
            break;
        }
    }
    let words = line_behind(text, behind, line_starts);
    if let Some(label) = at_break {
        let sure = within == Within::Bracket
            || (label.label.complete && (!label.label.kind.names_units() || may_name_units(words)))
            || names_units(words)
            // 牵头：李文 on a line of its own.
            || label.label.kind.names_units() && may_name_people(words.split(['。', '；', ';']).next()?);
        return sure.then_some(label);
    }
    if let Some(label) = glued.filter(|label| !is_first || fits(label.label.kind, words)) {
        return Some(label);
    }
    // 目标位置：全省前5
    let start = first_break.filter(|_| within == Within::Bracket)?;
    let printed = text.get(start..end)?.trim();
    let plain = (1..=12).contains(&printed.chars().count()) && printed.chars().all(char::is_alphanumeric);
    let label = ReadLabel::loose(LabelKind::Field);
    plain.then(|| make(start, label))
}

/// Takes marks before a label with it: ——责任单位：, ● 牵头科室：. A bracket that opens there belongs to others.
fn take_marks(text: &str, label: &mut Labelled) {
    let Some(before) = text.get(..label.start) else { return };
    let is_bullet = |c: char| {
        matches!(
            c,
            '—' | '－'
                | '-'
                | '–'
                | '·'
                | '•'
                | '●'
                | '◆'
                | '■'
                | '▲'
                | '★'
                | '※'
                | '*'
                | '◇'
                | '□'
                | '○'
                | '►'
                | '→'
                | '◎'
                | '|'
                | '｜'
                | '+'
                | '#'
        )
    };
    let kept = before.trim_end_matches(|c: char| is_bullet(c) || c == ' ' || c == '\u{3000}').len();
    if before.get(kept..).is_some_and(|marks| marks.contains(is_bullet)) {
        label.start = kept;
    }
}

/// The words behind a label on its line; those of the next line where none are left on its own.
fn line_behind<'a>(text: &'a str, behind: usize, line_starts: &[usize]) -> &'a str {
    let next = line_starts.partition_point(|start| *start < behind);
    let mut from = behind;
    for end in line_starts.iter().skip(next).copied().chain([text.len()]).take(2) {
        let line = text.get(from..end).unwrap_or_default();
        if !line.trim().is_empty() {
            return line;
        }
        from = end;
    }
    ""
}

/// A label in brackets of its own: 【责任单位】市教育局.
fn in_brackets(text: &str, start: usize, close: usize, behind: usize, line_starts: &[usize]) -> Option<Labelled> {
    let inner = text.get(start..close)?;
    let inner = inner.get(inner.chars().next()?.len_utf8()..)?;
    let label = read_label(inner).filter(|label| label.complete)?;
    let round = matches!(text.get(start..)?.chars().next()?, '（' | '(');
    let at_line = line_starts.binary_search(&start).is_ok();
    let begins = begins_here(text, start, line_starts) && (at_line || !round);
    // What goes on behind the bracket must be words.
    let rest = text.get(behind..)?;
    let goes_on = rest.trim_start().chars().next().is_some_and(|c| !matches!(c, '。' | '，' | '、' | '；' | '）'));
    (begins && goes_on).then(|| Labelled { label, printed: inner.trim().to_owned(), start, words: behind })
}

/// Adds labels without a colon: 责任单位 市教育局, and 责任单位 with its words on the next line.
fn add_without_colon(text: &str, line_starts: &[usize], within: Within, found: &mut Vec<Labelled>) {
    let mut more = Vec::new();
    if within == Within::Text {
        glued::add(text, line_starts, found, &mut more);
    }
    for (index, start) in line_starts.iter().enumerate() {
        let end = line_starts.get(index + 1).copied().unwrap_or(text.len());
        let Some(line) = text.get(*start..end) else { continue };
        let mut from = 0;
        while let Some(rest) = line.get(from..) {
            let lead = rest.len() - rest.trim_start_matches(is_mark).len();
            let at = *start + from + lead;
            let before = found.partition_point(|label| label.start <= at);
            let taken = before.checked_sub(1).and_then(|last| found.get(last)).is_some_and(|label| at < label.words);
            let label = if taken { None } else { bare_label(text, at, end, line_starts) };
            more.extend(label);
            // Behind a wide gap another may begin: 责任单位 市教育局    完成时限 6月底.
            let words = rest.get(lead..).unwrap_or_default();
            let next = signs(words).skip_while(|(at, _)| *at == 0);
            let parts = |c: char| {
                c.is_whitespace()
                    || matches!(c, '；' | ';')
                    || (within == Within::Bracket && matches!(c, '，' | ',' | '。'))
            };
            let Some((gap, c)) = next.into_iter().find(|(_, c)| parts(*c)) else { break };
            from += lead + gap + c.len_utf8();
        }
    }
    if !more.is_empty() {
        found.extend(more);
        found.sort_by_key(|label| label.start);
    }
}

/// A label without a colon that begins at a byte, when what stands behind it is what it asks for.
fn bare_label(text: &str, start: usize, line_end: usize, line_starts: &[usize]) -> Option<Labelled> {
    let line = text.get(start..line_end)?;
    if !may_begin_bare_label(line) {
        return None;
    }
    let ends = line.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_LABEL).skip(1);
    let mut longest = None;
    for end in ends {
        let words = line.get(..end)?;
        if words.ends_with(['：', ':', '。', '，']) {
            break;
        }
        let Some(label) = read_label(words).filter(|label| label.complete && label.clear) else { continue };
        let rest = line.get(end..)?;
        // 责任单位 on a line of its own: its words stand on the next.
        let value = if rest.trim().is_empty() { line_behind(text, line_end, line_starts) } else { rest };
        let value = value.trim();
        let own_line = rest.trim().is_empty();
        // 牵头单位为县教育局
        let says = ["为", "是"].iter().find(|word| value.starts_with(**word) && label.kind.names_units());
        let value = says.and_then(|word| value.strip_prefix(word)).unwrap_or(value);
        let end = end + says.map_or(0, |word| rest.find(*word).unwrap_or(0) + word.len());
        let spaced = rest.starts_with(char::is_whitespace);
        let part = value.split([' ', '\u{3000}', '\t', '；', ';', '。', '，']).next().unwrap_or_default();
        let suits = match label.kind {
            LabelKind::Field | LabelKind::Text => false,
            kind if kind.names_people() => (spaced || own_line) && is_person(part),
            kind => fits(kind, part) || ((spaced || own_line) && fits(kind, value)),
        };
        if suits {
            longest = Some(Labelled { label, printed: words.trim().to_owned(), start, words: start + end });
        }
    }
    longest
}

/// Whether words are what a label of a kind asks for.
fn fits(kind: LabelKind, words: &str) -> bool {
    match kind {
        LabelKind::Time => {
            let words = words.split(['。', '；', ';']).next().unwrap_or_default();
            words.chars().count() <= 24 && states_time(words)
        }
        kind if kind.names_units() => names_units(words),
        kind if kind.names_people() => {
            is_person(words.split(['。', '；', ';', '，']).next().unwrap_or_default().trim())
        }
        _ => false,
    }
}

/// Whether the first sentence of some words is nothing but units.
fn names_units(words: &str) -> bool {
    const LONGEST: usize = 600;
    let words = words.split(['。', '：', ':']).next().unwrap_or_default().trim();
    let names = split_list(first_chars(words, LONGEST));
    let first = names.first().map_or("", String::as_str);
    // A label further on may be glued to the last name, or stand behind a blank: 县经贸局 协办：县统计局.
    if names.len() == 1 && first.split_whitespace().count() == 2 {
        return first.split_whitespace().next().is_some_and(looks_like_unit);
    }
    !names.is_empty() && names.iter().take(names.len().max(2) - 1).all(|name| looks_like_unit(name))
}

/// Whether the words behind a label of units can be a list of them: the first looks like one, or all are short names that
/// tell nothing (东航物流). 数据责任单位：负责归集… says what the body does.
fn may_name_units(words: &str) -> bool {
    const REACH: usize = 60;
    const LONGEST_NAME: usize = 8;
    let near = first_chars(words, REACH);
    let near = near.split(['。', '；', ';']).next().unwrap_or_default().trim();
    let near = near.split(['：', ':']).next().unwrap_or_default();
    // Behind a blank another label may follow: 教务处 完成时间：….
    if near.split_whitespace().next().is_some_and(looks_like_unit) {
        return true;
    }
    // The first name mostly tells, before all are parted.
    if near.split(['、', '，', ',', '；', ';']).next().is_some_and(looks_like_unit) {
        return true;
    }
    let names = split_list(near);
    let short = |name: &String| name.chars().count() <= LONGEST_NAME;
    names.is_empty()
        || names.first().is_some_and(|first| looks_like_unit(first) || first.contains("牵头"))
        || names.iter().all(short)
}

/// Whether words may be nothing but people.
fn may_name_people(words: &str) -> bool {
    let people = split_people(first_chars(words, 80));
    !people.is_empty() && people.iter().all(|one| one.split('、').next_back().is_some_and(may_be_person))
}

/// Whether words can be the name of a person: 王强, 欧阳建国, 王强 副县长.
fn is_person(words: &str) -> bool {
    let count = words.chars().count();
    (2..=12).contains(&count)
        && words.chars().all(|c| c.is_alphanumeric() || c.is_whitespace())
        && !looks_like_unit(words)
}

/// Whether a label may begin at a byte: at a line, or behind a separator, a mark or a blank.
fn begins_here(text: &str, start: usize, line_starts: &[usize]) -> bool {
    start == 0
        || line_starts.binary_search(&start).is_ok()
        || text.get(..start).and_then(|before| before.chars().next_back()).is_some_and(is_mark)
}

/// Characters behind which a label may begin.
fn is_mark(c: char) -> bool {
    c.is_whitespace() || !(is_letter_or_digit(c) || matches!(c, '“' | '‘' | '%' | '％' | '／' | '/' | '+'))
}

/// Characters that do not begin a label.
fn is_inner(c: char) -> bool {
    is_mark(c) || matches!(c, '和' | '及')
}
