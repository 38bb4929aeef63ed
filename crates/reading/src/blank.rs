//! Which characters are blank, and trimming them.
//!
//! Offices pad with U+3000, web pages with U+00A0, exports begin with a byte order mark; all of them are blanks here.

/// Whether a character prints nothing and separates nothing.
pub(crate) fn is_blank_char(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{00AD}' | '\u{001A}' | '\0')
}

/// Whether a text holds nothing but blanks.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(is_blank_char)
}

/// A text without the blanks at both ends.
pub(crate) fn trim(text: &str) -> &str {
    if is_whole(text.as_bytes()) { text } else { text.trim_matches(is_blank_char) }
}

/// Whether a text begins and ends with Chinese characters, their stops or visible ASCII, as nearly every line does: their bytes tell.
fn is_whole(bytes: &[u8]) -> bool {
    // U+4000 to U+9FFF begin with 0xE4 to 0xE9.
    let begins = matches!(bytes, [0xE4..=0xE9 | b'!'..=b'~', ..]);
    begins
        && match bytes {
            [.., b'!'..=b'~'] | [.., 0xE4..=0xE9, _, _] => true,
            // 。 and 》, not U+3000; ， and ：, not U+FEFF.
            [.., 0xE3, second, third] => (*second, *third) != (0x80, 0x80),
            [.., 0xEF, 0xBC | 0xBD, _] => true,
            _ => false,
        }
}
