//! The head of a glued notice: title, number, those addressed, each of which was a line.

use crate::head::number::number_in;
use crate::letters::signs;

/// A title with its number is at most so many characters long.
const LONGEST_TITLE: usize = 120;
/// Those addressed take at most so many characters.
const LONGEST_ADDRESS: usize = 200;
/// Letters that stand before the year of a number: 国办发, 京政办规.
const LONGEST_LETTERS: usize = 12;
/// What titles of notices end with.
const KINDS: [&str; 10] = ["通知", "意见", "决定", "方案", "批复", "公告", "通报", "办法", "规划", "计划"];

/// Where lines of the head begin in the text before the first numbered paragraph: the number, those addressed, the words behind them.
pub(super) fn starts(text: &str) -> Vec<usize> {
    let near = text.char_indices().nth(LONGEST_TITLE).map_or(text.len(), |(at, _)| at);
    let Some(found) = text.get(..near).and_then(number_in) else { return Vec::new() };
    let before = text.get(..found.end).unwrap_or_default();
    let Some(year) = before.rfind(['〔', '［', '[', '(', '（']) else { return Vec::new() };
    let words = before.get(..year).unwrap_or_default();
    let ends = KINDS.iter().filter_map(|kind| words.rfind(kind).map(|at| at + kind.len())).max();
    let Some(letters) = ends.filter(|at| {
        let letters = words.get(*at..).unwrap_or_default().trim();
        !letters.is_empty() && letters.chars().count() <= LONGEST_LETTERS
    }) else {
        return Vec::new();
    };
    let rest = text.get(found.end..).unwrap_or_default();
    let reach = rest.char_indices().nth(LONGEST_ADDRESS).map_or(rest.len(), |(at, _)| at);
    let colon = signs(rest).find(|(_, c)| matches!(c, '：' | ':' | '。')).filter(|(at, c)| *c != '。' && *at < reach);
    let mut starts = vec![letters];
    if let Some((at, c)) = colon {
        starts.extend([found.end, found.end + at + c.len_utf8()]);
    }
    starts
}
