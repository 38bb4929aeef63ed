//! The clauses of a cell: numbered lines in the column of measures are measures of their own.

use std::ops::Range;

use super::cell_lines::CellLines;
use super::cells::{ends_sentence, ends_with_colon, join_wrapped, label};
use super::rows::{Cell, Clause};
use crate::outline::label::{self as numbering, Shape};

/// The clauses of a cell: its numbered sentences, or the cell as a whole.
pub(super) fn clauses(text: &str, lines: &CellLines) -> Vec<Clause> {
    if text.is_empty() {
        return Vec::new();
    }
    let mut starts: Vec<(usize, u32)> = Vec::new();
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let may_begin = before
            .is_none_or(|b| b.is_whitespace() || matches!(b, '：' | ':') || ends_sentence(b.encode_utf8(&mut [0; 4])));
        if may_begin && begins_label(c) {
            // A cell of a row torn in two may begin with any number; the others follow in sequence.
            let wanted = starts.last().map(|(_, number)| number + 1);
            let found =
                text.get(at..).and_then(any_label).filter(|(number, _)| wanted.is_none_or(|wanted| wanted == *number));
            starts.extend(found.map(|(number, _)| (at, number)));
        }
        before = Some(c);
    }
    let clause = |label, words: &str, bytes: Range<usize>| Clause {
        label,
        page: lines.page(bytes.start),
        cell: Cell { words: without_breaks(words), lines: lines.lines(bytes), place: None },
    };
    if let Some(bullet) = bullet(text) {
        let mut at = 0;
        let pieces = text.split(bullet).map(|words| {
            let start = at;
            at += words.len() + bullet.len_utf8();
            (start, words)
        });
        let pieces = pieces.filter(|(_, words)| !words.trim().is_empty());
        return pieces.map(|(start, words)| clause(None, words.trim(), start..start + words.len())).collect();
    }
    // Words that announce the numbered lines (重点抓好以下工作：) order nothing by themselves; a single number has to stand on
    // a line of its own.
    let announced = |at: usize| {
        let words = text.get(..at).unwrap_or_default();
        (starts.len() > 1 || words.ends_with('\n')) && ends_with_colon(words.trim_end())
    };
    if starts.first().is_none_or(|(at, number)| *at > 0 && !(*number == 1 && announced(*at))) {
        return vec![clause(None, text, 0..text.len())];
    }
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    let pieces = starts.iter().zip(ends).filter_map(|((at, _), end)| Some((*at..end, text.get(*at..end)?)));
    let read = |(bytes, words)| any_label(words).map(|(number, words)| clause(Some(number), words, bytes));
    pieces.filter_map(read).collect()
}

/// The mark that a cell begins with, which then begins each of its clauses: △修订办法△开展培训.
pub(super) fn bullet(text: &str) -> Option<char> {
    const BULLETS: &[char] = &['△', '▲', '●', '■', '◆', '◇', '★', '☆', '□', '▪', '•', '►', '➢', '※', '◎'];
    text.chars().next().filter(|first| BULLETS.contains(first)).filter(|bullet| text.trim() != bullet.to_string())
}

/// Characters that may begin the label of a clause.
fn begins_label(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c, '（' | '(' | '０'..='９' | '①'..='⑳' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// 1-组织论证: a number and a stroke before words, no code (1-2) and no length of time (1-6月).
fn dashed(text: &str) -> Option<(u32, &str)> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).filter(|digits| (1..=2).contains(digits))?;
    let (numeral, rest) = text.split_at(digits);
    let words = rest.strip_prefix(['-', '－', '—', '–'])?;
    let is_word = words.chars().next().is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    is_word.then(|| numeral.parse().ok()).flatten().map(|number| (number, words))
}

/// A label of any kind and the words behind it: 1. （2） ③ （四） 五、
fn any_label(text: &str) -> Option<(u32, &str)> {
    if let Some(found) = label(text) {
        return Some(found);
    }
    if let Some(found) = dashed(text) {
        return Some(found);
    }
    let found = numbering::read(text)?;
    if !matches!(found.shape, Shape::Circled | Shape::Han | Shape::BracketedHan) {
        return None;
    }
    let rest = text.get(found.length..)?;
    let rest = if found.shape == Shape::Circled { rest.trim_start_matches(['.', '、', '．', ' ']) } else { rest };
    Some((found.number, rest.trim_start()))
}

/// The words of a cell without the line breaks inside it.
fn without_breaks(words: &str) -> String {
    let mut joined = String::with_capacity(words.len());
    words.lines().for_each(|line| join_wrapped(&mut joined, line.trim()));
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_lines_of_a_cell_are_clauses() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<String> =
                clauses(text, &CellLines::on(1, None)).into_iter().map(|clause| clause.cell.words).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("1.修订办法。2.开展培训。", &["修订办法。", "开展培训。"]);
        check("①修订办法；②开展培训", &["修订办法；", "开展培训"]);
        check("（一）修订办法\n（二）开展培训", &["修订办法", "开展培训"]);
        check("重点抓好以下工作：\n1.修订办法。\n2.开展培训。", &["修订办法。", "开展培训。"]);
        check("在成品油领域建立机制：\n1.修订办法。", &["修订办法。"]);
        check("修订以下办法：1.预算管理办法。", &["修订以下办法：1.预算管理办法。"]);
        check("△修订办法△开展培训", &["修订办法", "开展培训"]);
        check("修订1.5万份台账。3.开展培训。", &["修订1.5万份台账。3.开展培训。"]);
        check("一体推进改造，三季度完工。", &["一体推进改造，三季度完工。"]);
    }
}
