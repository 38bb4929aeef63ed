//! Reading numbers and words from a run of characters.

use crate::numerals::{chinese_digit, half_width, han_number};

/// The characters of a text, for which room is made once.
pub(super) fn of(text: &str) -> Vec<char> {
    let mut characters = Vec::with_capacity(text.len());
    characters.extend(text.chars());
    characters
}

/// Strokes and words between the ends of a range, blanks around them passed over: where the second end begins.
pub(super) fn behind_range_mark(text: &[char], at: usize) -> Option<usize> {
    let mark = skip_blanks(text, at);
    if matches!(text.get(mark), Some('至' | '到')) {
        return Some(skip_blanks(text, mark + 1));
    }
    let mut after = mark;
    while text.get(after).is_some_and(|c| is_stroke(*c)) && after < mark + 3 {
        after += 1;
    }
    (after > mark).then(|| skip_blanks(text, after))
}

/// Whether a character is a stroke between the ends of a range.
pub(super) fn is_stroke(c: char) -> bool {
    matches!(c, '—' | '–' | '-' | '－' | '~' | '～' | '―' | '─' | '﹣' | '‐' | '‑' | '−' | '∼' | '〜')
}

/// A number of at most three characters, in digits or Chinese.
pub(super) fn small_number(text: &[char], at: usize) -> Option<(u32, usize)> {
    const LONGEST: usize = 3;
    let near = || text.iter().skip(at).take(LONGEST).map(|c| half_width(*c));
    let first = near().next()?;
    if first.is_ascii_digit() {
        // A leading zero: 06月.
        let digits = near().map_while(|c| c.to_digit(10));
        let (value, count) = digits.fold((0, 0), |(value, count), digit| (value * 10 + digit, count + 1));
        return Some((value, at + count));
    }
    if !is_numeral(first) {
        return None;
    }
    let numeral = near().take_while(|c| is_numeral(*c));
    han_number(numeral.clone()).map(|value| (value, at + numeral.count()))
}

/// A number of one or two digits that no further digit follows.
pub(super) fn two_digits(text: &[char], at: usize) -> Option<(u32, usize)> {
    let digits = text.iter().skip(at).take(3).map_while(|c| half_width(*c).to_digit(10));
    let (value, count) = digits.fold((0, 0), |(value, count), digit| (value * 10 + digit, count + 1));
    (1..=2).contains(&count).then_some((value, at + count))
}

/// The digits from a character on, as half-width text; Chinese digits when there are exactly four of them.
pub(super) fn digit_run(text: &[char], at: usize) -> Option<(String, usize)> {
    let run: String = text.iter().skip(at).map(|c| half_width(*c)).take_while(char::is_ascii_digit).take(12).collect();
    // 二0二五: a nought is often typed as a digit or a letter.
    let chinese = |c: &char| match half_width(*c) {
        '0' | 'O' | 'o' => Some('0'),
        c => chinese_digit(c).and_then(|digit| char::from_digit(digit, 10)),
    };
    if !run.is_empty() {
        let after = at + run.len();
        return Some((run, after));
    }
    let four = text.get(at..at + 4)?;
    let is_year = four.iter().all(|c| chinese(c).is_some());
    is_year.then(|| (four.iter().filter_map(chinese).collect(), at + 4))
}

/// The first character at or behind `at` that is not blank.
pub(super) fn skip_blanks(text: &[char], mut at: usize) -> usize {
    while text.get(at).is_some_and(|c| c.is_whitespace()) {
        at += 1;
    }
    at
}

/// Whether a word stands at a character.
pub(super) fn starts_with(text: &[char], at: usize, word: &str) -> bool {
    word.chars().enumerate().all(|(offset, c)| text.get(at + offset) == Some(&c))
}

/// The first of some words that stands at a character, blanks before it passed over: what follows it.
pub(super) fn behind_word(text: &[char], at: usize, words: &[&str]) -> Option<usize> {
    let next = skip_blanks(text, at);
    words.iter().find(|word| starts_with(text, next, word)).map(|word| next + word.chars().count())
}

/// Whether the character before `at` is one of these or makes `false` at the start of the text.
pub(super) fn is_behind(text: &[char], at: usize, fits: impl Fn(char) -> bool) -> bool {
    at > 0 && text.get(at - 1).is_some_and(|c| fits(*c))
}

/// Whether a character is a digit of either width.
pub(super) fn is_digit(c: char) -> bool {
    half_width(c).is_ascii_digit()
}

/// Whether a character is part of a Chinese numeral.
pub(super) fn is_numeral(c: char) -> bool {
    chinese_digit(c).is_some() || matches!(c, '十' | '百' | '千')
}
