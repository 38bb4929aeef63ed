//! Numbers that count the names of a list: 1.县教育局 2.县财政局; （一）县水利局（二）县林业局; ①…②…; 一是县广电台. A number is no part of a name.
//!
//! Must not catch numbers that belong to names: 第（一）中学, 12345热线, 三、四中队.

use std::borrow::Cow;

use super::is_edge;
use crate::letters::{is_letter, signs};
use crate::numerals::{half_width, is_han_numeral};

/// Longest number, in characters.
const LONGEST: usize = 2;

/// The list with a separator in the place of each number that counts its names.
pub(super) fn to_separators(list: &str) -> Cow<'_, str> {
    let begins_with_number = counted(list.trim_start()).is_some();
    let numbered = || {
        let is_number = |(at, c)| is_sign(c) || list.get(at..).is_some_and(|rest| bracketed(rest).is_some());
        begins_with_number || spoken(list.trim_start()).is_some() || signs(list).any(is_number)
    };
    if !numbered() {
        return Cow::Borrowed(list);
    }
    let mut out = String::with_capacity(list.len());
    let mut rest = list;
    while let Some(c) = rest.chars().next() {
        let opens = out.trim_end().is_empty() || out.ends_with(is_edge);
        let inside = begins_with_number && !out.ends_with(|c: char| c.is_ascii_digit());
        let length = match c {
            c if is_sign(c) => Some(c.len_utf8()),
            '（' | '(' if !out.ends_with('第') => bracketed(rest),
            _ if opens => counted(rest).or_else(|| spoken(rest)),
            _ if inside && !is_han_numeral(c) => counted(rest),
            _ => None,
        };
        out.push(if length.is_some() { '、' } else { c });
        rest = rest.get(length.unwrap_or(c.len_utf8())..).unwrap_or_default();
    }
    Cow::Owned(out)
}

/// A number that is one sign: ①, ⑴, ❶, ㈠.
fn is_sign(c: char) -> bool {
    matches!(c, '①'..='⑳' | '⑴'..='⒇' | '❶'..='❿' | '㈠'..='㈩')
}

/// The bytes of a number in brackets before a name: （一）, (2).
fn bracketed(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix(['（', '('])?;
    let (end, _) = inner.char_indices().take(LONGEST + 1).find(|(_, c)| matches!(c, '）' | ')'))?;
    let (numeral, behind) = inner.split_at_checked(end)?;
    let close = behind.chars().next()?.len_utf8();
    let names = behind.get(close..)?.trim_start().starts_with(is_letter);
    (is_numeral(numeral) && names).then_some(rest.len() - behind.len() + close)
}

/// The bytes of a number with its stop before a name: 1., 2、, 3）, 一、.
fn counted(rest: &str) -> Option<usize> {
    let is_numeral_sign = |c: char| half_width(c).is_ascii_digit() || is_han_numeral(c);
    let (numeral, _) = rest.char_indices().take(LONGEST + 1).find(|(_, c)| !is_numeral_sign(*c))?;
    let (numeral, behind) = rest.split_at_checked(numeral)?;
    let stop = behind.chars().next().filter(|c| matches!(c, '.' | '．' | '、' | ')' | '）'))?;
    let name = behind.get(stop.len_utf8()..)?.trim_start();
    // 三、四中队: the next begins with a number, too.
    let names = name.starts_with(|c: char| is_letter(c) && !is_han_numeral(c)) || name.starts_with('“');
    (is_numeral(numeral) && names).then_some(numeral.len() + stop.len_utf8())
}

/// The bytes of 一是, 二是 before a name.
fn spoken(rest: &str) -> Option<usize> {
    let numeral = rest.chars().next().filter(|c| is_han_numeral(*c))?;
    rest.get(numeral.len_utf8()..)?.starts_with('是').then_some(numeral.len_utf8() + '是'.len_utf8())
}

/// One or two digits, or a Chinese number as short.
fn is_numeral(words: &str) -> bool {
    let short = (1..=LONGEST).contains(&words.chars().count());
    short && (words.chars().all(|c| half_width(c).is_ascii_digit()) || words.chars().all(is_han_numeral))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_part_names() {
        let check = |list: &str, expected: &str| assert_eq!(to_separators(list), expected, "{list}");
        check("1.县教育局 2.县财政局", "、县教育局 、县财政局");
        check("1、县教育局2、县财政局", "、县教育局、县财政局");
        check("（一）县水利局（二）县林业局", "、县水利局、县林业局");
        check("（二）县水利局", "、县水利局");
        check("①县水利局②县林业局", "、县水利局、县林业局");
        check("一、县水利局；二、县林业局", "、县水利局；、县林业局");
        check("一是县水利局；二是县林业局", "、县水利局；、县林业局");
        check("县第（一）中学、县12345热线", "县第（一）中学、县12345热线");
        check("三、四中队", "三、四中队");
        check("各区、县（市）政府", "各区、县（市）政府");
    }
}
