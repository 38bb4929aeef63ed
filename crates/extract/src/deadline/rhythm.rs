//! Rhythms: 每季度, 按月, 每年6月底前.

use super::characters::{is_digit, is_numeral};
use crate::letters::split_at_signs;
use crate::lexicon::tables::TIMES;

/// No further than this many characters from 每 to the time it governs.
const REACH: usize = 14;

/// Whether the time at a character comes back: 每年6月底前, 每季度末月25日前, 按月于次月5日前.
pub(super) fn governs(text: &[char], at: usize) -> bool {
    let from = at.saturating_sub(REACH);
    let Some(words) = text.get(from..at) else { return false };
    // 每季度结束后10日内
    if text.get(at) == Some(&'每') {
        return true;
    }
    let between = |c: char| {
        c.is_whitespace()
            || is_digit(c)
            || is_numeral(c)
            || "年月季度周旬半个的底末首初第次双单两隔间日号前、和及于在或中上下".contains(c)
    };
    let open = words.iter().rposition(|c| !between(*c));
    let Some(open) = open.and_then(|open| words.get(open).map(|c| (open, *c))) else { return false };
    match open {
        (_, '每' | '逐') => true,
        (place, '按') => words.get(place + 1).is_some_and(|c| matches!(c, '月' | '季' | '年' | '周' | '旬' | '半')),
        _ => false,
    }
}

/// The rhythm of reporting or checking that a text states, 按季度汇报进展, or that sets a limit of its own: 每月25日前.
pub(super) fn of_text(text: &str) -> Option<String> {
    // Most texts have none, and a look at the whole tells.
    if !text.contains('每') && !TIMES.holds("rhythm", text) {
        return None;
    }
    let clauses = || split_at_signs(text, |c| matches!(c, '。' | '；' | '，' | ',' | ';' | '\n'));
    let reporting = clauses().find_map(|clause| {
        let rhythm = words_of(clause)?;
        let behind = clause.split_once(rhythm.as_str()).map_or("", |(_, behind)| behind);
        (TIMES.holds("reporting", behind) && !behind.contains("次的")).then_some(rhythm)
    });
    reporting.or_else(|| clauses().find_map(limited))
}

/// 每月25日前, 每年年底前 in a clause.
fn limited(clause: &str) -> Option<String> {
    let from = clause.find('每')?;
    let words: Vec<char> = clause.get(from..)?.chars().take(REACH).collect();
    let limit = words.iter().position(|c| *c == '前')?;
    let day = matches!(words.get(limit.checked_sub(1)?), Some('日' | '号' | '底' | '末' | '旬' | '初' | '月'));
    let between = words
        .get(1..limit)?
        .iter()
        .all(|c| is_digit(*c) || is_numeral(*c) || "年月季度周旬半个的底末首初第次日号、和".contains(*c));
    (day && between).then(|| words.iter().take(limit + 1).collect())
}

/// The first rhythm in some words: 每季度, 每半年, 每两个月, 按月.
fn words_of(words: &str) -> Option<String> {
    if !words.contains('每') && !TIMES.holds("rhythm", words) {
        return None;
    }
    let listed =
        TIMES.words("rhythm").iter().filter_map(|rhythm| words.find(rhythm).map(|at| (at, (*rhythm).to_owned())));
    let every = words.match_indices('每').find_map(|(at, _)| Some((at, every(words.get(at..)?)?)));
    listed.chain(every).min_by_key(|(at, rhythm)| (*at, std::cmp::Reverse(rhythm.len()))).map(|(_, rhythm)| rhythm)
}

/// 每, a count where there is one, and a unit of time.
fn every(words: &str) -> Option<String> {
    const UNITS: &[&str] = &["季度", "季", "半年", "年度", "年", "月", "周", "旬", "天", "日", "学期", "双月"];
    let counted = words.chars().skip(1).take_while(|c| is_digit(*c) || is_numeral(*c)).count();
    let rest: String = words.chars().skip(1 + counted).take(4).collect();
    let count = usize::from(rest.starts_with('个'));
    let unit: String = rest.chars().skip(count).collect();
    let unit = UNITS.iter().find(|known| unit.starts_with(**known))?;
    Some(words.chars().take(1 + counted + count + unit.chars().count()).collect())
}

/// Whether a stated time is a rhythm: 每季度, 每月25日前, 定期.
pub(super) fn is_rhythm(cell: &str) -> bool {
    cell.starts_with('每') || cell.ends_with("一次") || TIMES.begins("rhythm", cell)
}
