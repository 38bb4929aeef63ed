//! Words compared by their letters: punctuation, blanks, width and case make no other words.

use crate::numerals::half_width;

/// Whether a character is a letter of any script. Most characters of a notice are Chinese and need no look-up.
pub(crate) fn is_letter(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}') || (!is_common_sign(c) && c.is_alphabetic())
}

/// Whether a character is a letter or a digit of any script.
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}') || (!is_common_sign(c) && c.is_alphanumeric())
}

/// Stops, brackets and quotation marks, which make up nearly all the rest.
fn is_common_sign(c: char) -> bool {
    matches!(c, '、' | '。' | '，' | '；' | '：' | '（' | '）' | '\u{2018}'..='\u{201F}' | '\u{3008}'..='\u{3011}')
}

/// The characters of a text that may be signs, with their places: all but Chinese ones, which are passed over by their first
/// byte. Brackets, stops and colons are looked for in every text, and nearly every character is Chinese.
pub(crate) fn signs(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        // U+4000 to U+9FFF; four at a time, as most stand in rows.
        while let Some([0xE4..=0xE9, _, _, 0xE4..=0xE9, _, _, 0xE4..=0xE9, _, _, 0xE4..=0xE9, _, _, ..]) =
            bytes.get(at..)
        {
            at += 12;
        }
        while matches!(bytes.get(at), Some(0xE4..=0xE9)) {
            at += 3;
        }
        let c = text.get(at..)?.chars().next()?;
        let place = at;
        at += c.len_utf8();
        Some((place, c))
    })
}

/// The parts of a text between certain signs, as [`str::split`] gives them.
pub(crate) fn split_at_signs(text: &str, parts: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    let mut left = Some(text);
    std::iter::from_fn(move || {
        let text = left?;
        match signs(text).find(|(_, c)| parts(*c)) {
            Some((at, c)) => {
                left = text.get(at + c.len_utf8()..);
                text.get(..at)
            }
            None => left.take(),
        }
    })
}

/// A text without the blanks around it. Nearly every text begins and ends with a Chinese character or a stop, and their bytes tell.
pub(crate) fn trimmed(text: &str) -> &str {
    let begins = matches!(text.as_bytes(), [0xE4..=0xEF, ..]);
    // Of the characters of three bytes that begin with 0xE3 only U+3000 is a blank.
    let ends = match text.as_bytes() {
        [.., 0xE3, second, third] => (*second, *third) != (0x80, 0x80),
        [.., 0xE4..=0xEF, _, _] => true,
        _ => false,
    };
    if begins && ends { text } else { text.trim() }
}

/// Whether a text holds one of some signs, none of them a Chinese character.
pub(crate) fn holds_sign(text: &str, wanted: &[char]) -> bool {
    signs(text).any(|(_, c)| wanted.contains(&c))
}

/// Whether a text holds a blank of any kind.
pub(crate) fn holds_blank(text: &str) -> bool {
    signs(text).any(|(_, c)| c.is_whitespace())
}

/// A text without its blanks: narrow columns and wraps put some between any two characters.
pub(crate) fn without_blanks(text: &str) -> String {
    gathered(text.len(), text.chars().filter(|c| !c.is_whitespace()))
}

/// The letters and digits of a text, of one width and case.
pub(crate) fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter_map(letter)
}

/// A letter or digit in its one width and case; `None` for any other character.
#[inline]
pub(crate) fn letter(c: char) -> Option<char> {
    match c {
        '\u{4E00}'..='\u{9FFF}' => Some(c),
        '\0'..='\x7F' => c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase()),
        _ if is_common_sign(c) => None,
        _ => Some(half_width(c)).filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase()),
    }
}

/// The same as a text of its own.
pub(crate) fn letters_of(text: &str) -> String {
    gathered(text.len(), letters(text))
}

/// Characters as a text of at most so many bytes, for which room is made once.
fn gathered(bytes: usize, characters: impl Iterator<Item = char>) -> String {
    let mut text = String::with_capacity(bytes);
    text.extend(characters);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_those_of_split() {
        for text in ["", "；", "甲；乙。", "。甲 a；；乙", "甲乙"] {
            let parts: Vec<&str> = split_at_signs(text, |c| matches!(c, '。' | '；')).collect();
            assert_eq!(parts, text.split(['。', '；']).collect::<Vec<_>>(), "{text}");
        }
    }

    #[test]
    fn trimmed_is_what_trim_gives() {
        for text in [
            "",
            "市",
            "市局。",
            " 市局",
            "市局\u{3000}",
            "\u{3000}市局",
            "市局 ",
            "\u{2003}市",
            "市a",
            "\u{3000}",
            "“市”\n",
        ] {
            assert_eq!(trimmed(text), text.trim(), "{text}");
        }
    }

    #[test]
    fn brackets_and_blanks_make_no_other_title() {
        assert_eq!(letters_of("《某市 行动方案》（２０２４—2026年）"), letters_of("某市行动方案(2024-2026年)"));
        assert_ne!(letters_of("某市行动方案"), letters_of("某市行动计划"));
    }
}
