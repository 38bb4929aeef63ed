//! Statements of units and times without brackets around them: 责任单位：X、Y。完成时限：6月底。
//!
//! A statement begins with its label on a line of its own, or behind a full stop or comma. It goes on over a wrap and over
//! further labels; it ends with its paragraph, or with a full stop that no label follows.

use std::ops::Range;

use super::{LONGEST, UnitBracket};
use crate::flow::Passage;
use crate::units::read_bracket;

/// Labels of units.
const UNITS: &[&str] = &[
    "责任单位",
    "牵头单位",
    "责任部门",
    "牵头部门",
    "配合单位",
    "配合部门",
    "协办单位",
    "责任主体",
    "主办单位",
    "牵头责任单位",
    "落实单位",
    "实施单位",
    "责任处室",
    "责任科室",
];
/// Labels of times.
const TIMES: &[&str] = &["完成时限", "完成时间", "办理时限", "时限要求", "时间要求", "时限"];

/// Whether words begin with the label of units.
pub(super) fn is_labelled(words: &str) -> bool {
    UNITS.iter().any(|label| words.trim_start().starts_with(label))
}

/// The statements of a passage, in order.
pub(super) fn find(passage: &Passage) -> Vec<UnitBracket> {
    let text = passage.text.as_str();
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for line in passage.lines() {
        let words = text.get(line.start..line.end).unwrap_or_default();
        if label_of(words).is_some() {
            found.extend(open.take().and_then(|start| read(text, start..line.start)));
            open = Some(line.start);
        } else if open.is_none() {
            open = inside(words).map(|at| line.start + at);
        }
        let Some(start) = open else { continue };
        // What is said behind the statement belongs to the clause.
        let from = start.max(line.start);
        let end = end_of(text.get(from..line.end).unwrap_or_default()).map(|end| from + end);
        if let Some(end) = end.or_else(|| line.ends_paragraph.then_some(line.end)) {
            found.extend(read(text, start..end));
            open = None;
        }
    }
    found.extend(open.and_then(|start| read(text, start..text.len())));
    found
}

/// The label that words begin with, when a colon follows.
fn label_of(words: &str) -> Option<&'static str> {
    let label = UNITS.iter().chain(TIMES).find(|label| words.starts_with(**label))?;
    words.get(label.len()..)?.starts_with(['：', ':']).then_some(label)
}

/// Where a statement begins in the middle of a line: a label of units, or of a time, behind a stop. A comma before it
/// belongs to it.
fn inside(line: &str) -> Option<usize> {
    line.char_indices().filter(|(_, c)| matches!(c, '。' | '；' | ';' | '，' | ',')).find_map(|(at, c)| {
        let behind = line.get(at + c.len_utf8()..).unwrap_or_default();
        label_of(behind.trim_start())?;
        Some(if matches!(c, '，' | ',') { at } else { line.len() - behind.trim_start().len() })
    })
}

/// Where a statement ends within its line: behind a full stop that no label follows.
fn end_of(words: &str) -> Option<usize> {
    words.match_indices('。').map(|(at, stop)| at + stop.len()).find(|end| {
        let rest = words.get(*end..).unwrap_or_default().trim_start();
        rest.is_empty() || label_of(rest).is_none()
    })
}

fn read(text: &str, range: Range<usize>) -> Option<UnitBracket> {
    let words = text.get(range.clone()).filter(|words| words.len() <= LONGEST)?;
    let reading = read_bracket(words)?;
    Some(UnitBracket { range, reading, unclosed: false })
}
