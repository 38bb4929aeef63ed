//! The words around an expression of time.

use super::judge::Surroundings;
use super::scan::Found;

/// No more than this many characters to either side are looked at, so that the cost stays linear in the text.
const REACH: usize = 160;

/// The words around an expression.
pub(super) fn of(text: &[char], found: &Found) -> Surroundings {
    let left = found.from.saturating_sub(REACH);
    let right = (found.to + REACH).min(text.len());
    let back = |stop: fn(char) -> bool| {
        (left..found.from).rev().find(|at| text.get(*at).is_some_and(|c| stop(*c))).map_or(left, |at| at + 1)
    };
    let forth =
        |stop: fn(char) -> bool| (found.to..right).find(|at| text.get(*at).is_some_and(|c| stop(*c))).unwrap_or(right);
    let words = |from: usize, to: usize| -> String {
        text.get(from..to).unwrap_or_default().iter().filter(|c| !c.is_whitespace()).collect()
    };
    let (clause, sentence) = (back(ends_clause), back(ends_sentence));
    let (clause_end, sentence_end) = (forth(ends_clause), forth(ends_sentence));
    Surroundings {
        before: words(clause, found.from),
        after: words(found.to, clause_end),
        sentence: words(sentence, sentence_end),
        rest: words(found.to, sentence_end),
        in_title: is_inside(text, found.from, left),
    }
}

/// Whether a character stands inside 《…》 or 〔…〕 that opens within reach.
fn is_inside(text: &[char], at: usize, left: usize) -> bool {
    for c in text.get(left..at).unwrap_or_default().iter().rev() {
        match c {
            '《' | '〔' => return true,
            '》' | '〕' | '。' => return false,
            _ => {}
        }
    }
    false
}

/// Characters that end a clause.
fn ends_clause(c: char) -> bool {
    ends_sentence(c) || matches!(c, '，' | ',' | '：' | ':' | '（' | '(' | '）' | ')')
}

/// Characters that end a sentence.
fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '！' | '\n')
}
