//! Numbers as notices write them: Chinese numerals and full-width digits.

use std::borrow::Cow;

use crate::letters::signs;

/// The half-width form of a full-width letter, digit or sign; any other character as it is.
pub fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{00A0}' => ' ',
        _ => c,
    }
}

/// A text with its full-width digits and letters made half-width; punctuation stays as printed.
pub fn fold_digits(text: &str) -> Cow<'_, str> {
    if !signs(text).any(|(_, c)| is_full_width(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if is_full_width(c) { half_width(c) } else { c }).collect())
}

/// Whether a character is a full-width digit or letter.
pub(crate) fn is_full_width(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// The value of one Chinese digit.
pub fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        // 二OO八年, 二00八年: letters and figures stand for the round character.
        '〇' | '零' | '○' | 'O' | 'Ｏ' | 'Ο' | '0' | '０' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Whether a character counts in the numbers of clauses, rows and annexes: 一 to 十, 百.
pub fn is_han_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
}

/// The value of a Chinese number as clauses and rows bear it, of at most three characters and nothing else: 十二.
pub fn short_han_number(text: &str) -> Option<u32> {
    let is_short = (1..=3).contains(&text.chars().count());
    (is_short && text.chars().all(is_han_numeral)).then(|| number(text)).flatten()
}

/// The value of a whole number, in digits of either width or in Chinese: 15, １５, 十五, 二〇二二, 一百零八.
/// `None` for anything else, and for numbers above a hundred million.
pub fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    if text.is_empty() || text.len() > 40 {
        return None;
    }
    let folded = fold_digits(text);
    if folded.bytes().all(|b| b.is_ascii_digit()) {
        return folded.parse().ok().filter(|value| *value <= 100_000_000);
    }
    han_number(text.chars())
}

/// The value of a Chinese number: digit by digit as in years (二〇二二), or with counting words.
pub(crate) fn han_number(numeral: impl Iterator<Item = char> + Clone) -> Option<u32> {
    if numeral.clone().all(|c| chinese_digit(c).is_some()) {
        let mut digits = numeral.filter_map(chinese_digit);
        let value = digits.try_fold(0_u32, |value, digit| value.checked_mul(10)?.checked_add(digit));
        return value.filter(|value| *value <= 100_000_000);
    }
    counted(numeral)
}

/// The value of a numeral with counting words: 十五, 二十, 一百零八, 三千, 廿三.
fn counted(numeral: impl Iterator<Item = char>) -> Option<u32> {
    let (mut total, mut section, mut digit): (u32, u32, Option<u32>) = (0, 0, None);
    for c in numeral {
        if let Some(value) = chinese_digit(c) {
            digit = Some(value);
            continue;
        }
        let scale = match c {
            '十' | '拾' => 10,
            '百' | '佰' => 100,
            '千' | '仟' => 1000,
            '万' => {
                total = (section + digit.take().unwrap_or(0)).checked_mul(10_000)?;
                section = 0;
                continue;
            }
            '廿' => {
                section = section.checked_add(20)?;
                continue;
            }
            '卅' => {
                section = section.checked_add(30)?;
                continue;
            }
            _ => return None,
        };
        section = section.checked_add(digit.take().unwrap_or(1) * scale)?;
    }
    total.checked_add(section)?.checked_add(digit.unwrap_or(0)).filter(|value| *value <= 100_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_writing_have_a_value() {
        let check = |text: &str, expected: Option<u32>| assert_eq!(number(text), expected, "{text}");
        check("15", Some(15));
        check("１５", Some(15));
        check("十", Some(10));
        check("十五", Some(15));
        check("二十", Some(20));
        check("一百零八", Some(108));
        check("三百四十四", Some(344));
        check("二〇二二", Some(2022));
        check("两", Some(2));
        check("廿三", Some(23));
        check("一万二千", Some(12_000));
        check("", None);
        check("十几", None);
        check("99999999999999", None);
        check("一、", None);
        assert_eq!(
            (short_han_number("十二"), short_han_number("一百二十一"), short_han_number("2")),
            (Some(12), None, None)
        );
    }
}
