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

/// Whether a text begins and ends with Chinese characters or visible ASCII, as nearly every line does: their bytes tell.
fn is_whole(bytes: &[u8]) -> bool {
    // U+4000 to U+9FFF begin with these.
    let is_chinese = |byte: &u8| matches!(byte, 0xE4..=0xE9);
    let begins = bytes.first().is_some_and(|first| first.is_ascii_graphic() || is_chinese(first));
    let third_last = || bytes.len().checked_sub(3).and_then(|at| bytes.get(at));
    begins && (bytes.last().is_some_and(u8::is_ascii_graphic) || third_last().is_some_and(is_chinese))
}
